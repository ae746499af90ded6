"""Projects as files: make, open, save, save under another name.

Plain functions without a window, which may run in a thread of their own. Loading this module costs
little; SQLModel is loaded with the first project that is saved.
"""

import hashlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RECORD_TYPES
from strategy_planner.storage.clock import now, stamp
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.guard import unguarded
from strategy_planner.storage.header import APPLICATION_ID
from strategy_planner.storage.history import HistoryEntry
from strategy_planner.storage.increment import NextState, increments, written
from strategy_planner.storage.inspection import inspect, read_and_inspect
from strategy_planner.storage.reading import read_bytes
from strategy_planner.storage.replacing import full, no_folder, replace_file
from strategy_planner.storage.rows import Records, UnstorableError
from strategy_planner.storage.schema import FORMAT_VERSION, migrate
from strategy_planner.storage.verification import verify_file

__all__ = [
    "ProjectFile",
    "StorageError",
    "new_project",
    "open_project",
    "save_as",
    "save_project",
    "verify_file",
]


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project as it stands in its file, since it was opened or last saved."""

    path: Path
    project_id: str
    """UUID text, the same in every copy of the project."""
    revision: int
    """1 for a new project, one more with every save."""
    format_version: int
    """The version of the file as found; a save writes the current one."""
    plan: Plan = field(repr=False, compare=False)
    """The plan that was opened or saved; what is done to it since is not in the file."""
    saved: Records = field(repr=False, compare=False)
    """The records in the file, by kind and id."""
    created_at: str
    durable: bool = True
    """False when the system did not confirm that the new name is on the disk."""
    image: bytes = field(default=b"", repr=False, compare=False)
    digest: bytes = field(default=b"", repr=False, compare=False)
    """The hash of the file's bytes, by which a change underneath is seen."""


def open_project(path: str | os.PathLike[str]) -> ProjectFile:
    """Open a project file without touching it.

    Raises StorageError, whose message says in a sentence why this file cannot be opened.
    """
    target = Path(path).absolute()
    data, found = read_and_inspect(target)
    if found.content is None:
        problem = found.problems[0]
        raise StorageError(problem.kind, problem.message, target)
    content = found.content
    return ProjectFile(
        target,
        content.project_id,
        content.revision,
        found.format_version or FORMAT_VERSION,
        content.plan,
        content.records,
        content.created_at,
        image=content.image,
        digest=_digest(data),
    )


def new_project(
    path: str | os.PathLike[str],
    plan: Plan,
    *,
    overwrite: bool = False,
    project_id: str | None = None,
    history: Sequence[HistoryEntry] = (),
) -> ProjectFile:
    """A new project file that holds ``plan``.

    Without ``overwrite`` an existing file is never replaced. Raises StorageError.
    """
    target = Path(path).absolute()
    if not overwrite:
        _refuse_existing(target)
    empty = ProjectFile(
        target,
        project_id or str(uuid.uuid4()),
        0,
        FORMAT_VERSION,
        plan,
        {name: {} for name in RECORD_TYPES},
        stamp(now()),
        image=_empty_image(),
    )
    state = _next_state(empty, plan, history)
    return _put(empty, plan, state, target, _standing(target, overwrite=overwrite))


def save_project(
    project: ProjectFile, plan: Plan, history: Sequence[HistoryEntry] = ()
) -> ProjectFile:
    """Save ``plan`` over the file that it came from, writing only the rows that changed.

    The records are taken from the plan at once. ``history`` are the change sets since the last
    save. Raises StorageError, of kind ``changed`` when someone else changed the file since it was
    opened: it is then not replaced. Where nothing changed, nothing is written.
    """
    _refuse_changed(project)
    state = _next_state(project, plan, history)
    if not state.increments and not history and project.format_version == FORMAT_VERSION:
        return replace(project, plan=plan)
    return _put(project, plan, state, project.path, lambda: _refuse_changed(project))


def save_as(
    project: ProjectFile,
    plan: Plan,
    path: str | os.PathLike[str],
    history: Sequence[HistoryEntry] = (),
    *,
    overwrite: bool = False,
) -> ProjectFile:
    """Save the project with its history under another name; it stays the same project.

    The file that it was opened from is not needed and not touched. Its own name is an ordinary
    save. Raises StorageError.
    """
    target = Path(path).absolute()
    if os.path.realpath(target) == os.path.realpath(project.path):
        return save_project(project, plan, history)
    if not overwrite:
        _refuse_existing(target)
    state = _next_state(project, plan, history)
    return _put(project, plan, state, target, _standing(target, overwrite=overwrite))


def _put(
    project: ProjectFile,
    plan: Plan,
    state: NextState,
    target: Path,
    last_look: Callable[[], None],
) -> ProjectFile:
    image = _image_of(project, state, target)
    durable = replace_file(target, image, last_look)
    return ProjectFile(
        target,
        project.project_id,
        project.revision + 1,
        FORMAT_VERSION,
        plan,
        state.records,
        project.created_at,
        durable=durable,
        image=image,
        digest=_digest(image),
    )


def _next_state(project: ProjectFile, plan: Plan, history: Sequence[HistoryEntry]) -> NextState:
    records = {name: dict(plan.records(name)) for name in RECORD_TYPES}
    return NextState(
        increments(project.saved, records),
        records,
        dict(plan.numbering),
        tuple(history),
        {
            "project_id": project.project_id,
            "revision": project.revision + 1,
            "created_at": project.created_at,
            "saved_at": stamp(now()),
        },
    )


def _image_of(project: ProjectFile, state: NextState, target: Path) -> bytes:
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return written(project.image, state)
    except UnstorableError as error:
        said = message(
            "{name} was not saved: the {record} {id} has a value in “{field}” that no file can "
            "hold. Change it and save again.",
            name=target.name,
            record=error.name,
            id=error.key,
            field=error.field,
        )
        raise StorageError("unstorable", said, target) from error
    except (SQLAlchemyError, sqlite3.Error, MemoryError) as error:
        if isinstance(error, MemoryError) or "full" in str(error):
            raise full(target) from error
        said = message("{name} was not saved: {reason}.", name=target.name, reason=str(error)[:200])
        raise StorageError("unwritable", said, target) from error


def _empty_image() -> bytes:
    with closing(unguarded(b"")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, 0)
        return connection.serialize()


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=32).digest()


def _standing(target: Path, *, overwrite: bool) -> Callable[[], None]:
    return (lambda: None) if overwrite else (lambda: _refuse_existing(target))


def _refuse_existing(target: Path) -> None:
    if os.path.lexists(target):
        said = message("{name} is already there and was not replaced.", name=target.name)
        raise StorageError("exists", said, target)


def _refuse_changed(project: ProjectFile) -> None:
    """Refuse to write over what someone else has saved since the file was opened."""
    target = project.path
    try:
        data = read_bytes(target)
    except StorageError as error:
        if error.kind != "missing":
            raise
        if not target.parent.is_dir():
            raise no_folder(target) from error
        said = message(
            "{name} is no longer where it was opened. Save the plan under a name of your choice.",
            name=target.name,
        )
        raise StorageError("gone", said, target) from error
    if _digest(data) != project.digest:
        raise StorageError("changed", _who_changed(project, data), target)


def _who_changed(project: ProjectFile, data: bytes) -> Message:
    name = project.path.name
    content = inspect(data, name).content
    if content is None or content.project_id != project.project_id:
        return message(
            "{name} now holds something else than the project that you opened, and was not "
            "replaced. Save yours under another name.",
            name=name,
        )
    return message(
        "{name} was saved by someone else since you opened it (revision {theirs}, you opened "
        "{opened}), and was not replaced. Save yours under another name and compare the two.",
        name=name,
        theirs=content.revision,
        opened=project.revision,
    )
