"""Putting a new whole file in the place of the old one, so that the name never points at half.

The content is written beside the target, forced to the disk, and renamed over it; nothing is ever
deleted first (rename(2), fsync(2)).
"""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from strategy_planner.language import message
from strategy_planner.storage.errors import StorageError

_PREFIX, _SUFFIX = ".splan-", ".saving"
_LEFT_OVER_AFTER = 3600.0
_BUSY_ON_WINDOWS = {5, 32, 33}
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
"""Seconds between attempts while a scanner or a sync client holds the target: 2.5 s in all."""


def replace_file(target: Path, content: bytes, last_look: Callable[[], None]) -> bool:
    """Make ``target`` hold ``content``; True when that is known to survive a loss of power.

    ``last_look`` is called just before the name changes hands and may raise to prevent it. Raises
    StorageError; the target is then as it was and nothing is left beside it.
    """
    try:
        # Where a link leads, the file is replaced and not the link.
        target = Path(os.path.realpath(target))
        _refuse_unfit(target)
        with _temporary_beside(target) as temporary:
            _write(temporary, content, target)
            last_look()
            _rename(temporary, target)
    except (OSError, ValueError) as error:
        raise _failed(error, target) from error
    return _force_folder(target.parent)


@contextlib.contextmanager
def _temporary_beside(target: Path) -> Iterator[Path]:
    _remove_left_overs(target.parent)
    temporary = target.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _write(temporary: Path, content: bytes, target: Path) -> None:
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _rename(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            os.replace(temporary, target)  # noqa: PTH105 - one name for what tests make fail
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            time.sleep(pause)
        else:
            return
    os.replace(temporary, target)  # noqa: PTH105 - so that tests can let it fail


def _force_folder(folder: Path) -> bool:
    """Force the new name to the disk; False where the system does not say that it did."""
    if os.name == "nt":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _remove_left_overs(folder: Path) -> None:
    """Remove what a save that was killed left behind; never what another one is writing now."""
    with contextlib.suppress(OSError):
        for file in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if time.time() - file.stat().st_mtime > _LEFT_OVER_AFTER:
                file.unlink()


def _refuse_unfit(target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        said = message("{name} is no file, so it was not replaced.", name=target.name)
        raise StorageError("special", said, target)
    writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    if not mode & writable or not os.access(target, os.W_OK):
        said = message(
            "{name} is read-only, so it was not saved. Save it under another name.",
            name=target.name,
        )
        raise StorageError("read_only", said, target)


def _failed(error: OSError | ValueError, target: Path) -> StorageError:
    name, folder = target.name, str(target.parent)
    if getattr(error, "winerror", None) in _BUSY_ON_WINDOWS:
        said = message(
            "{name} is being used by another program, so it was not saved. Try again in a moment, "
            "or save it under another name.",
            name=name,
        )
        return StorageError("in_use", said, target)
    match getattr(error, "errno", None):
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return full(target)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            said = message(
                "{name} was not saved: nothing may be written in the folder {folder}. Save it in "
                "another folder.",
                name=name,
                folder=folder,
            )
            return StorageError("read_only_folder", said, target)
        case errno.ENOENT | errno.ENOTDIR:
            return no_folder(target)
        case _:
            said = message(
                "{name} was not saved: {reason}.",
                name=name,
                reason=getattr(error, "strerror", None) or str(error),
            )
            return StorageError("unwritable", said, target)


def full(target: Path) -> StorageError:
    """The error that the disk of ``target`` has no room."""
    said = message(
        "{name} was not saved: the disk is full. Make room or save it elsewhere.", name=target.name
    )
    return StorageError("full", said, target)


def no_folder(target: Path) -> StorageError:
    """The error that the folder of ``target`` does not exist."""
    said = message(
        "{name} was not saved: the folder {folder} is not there.",
        name=target.name,
        folder=str(target.parent),
    )
    return StorageError("no_folder", said, target)
