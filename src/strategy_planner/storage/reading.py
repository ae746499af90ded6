"""Getting the bytes of a file that may be anything, without changing or locking it."""

import errno
import stat
from pathlib import Path

from strategy_planner.language import message
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.guard import SIZE_LIMIT


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """The whole content. Raises StorageError for what is no readable file of that size."""
    try:
        mode = path.stat().st_mode
        _refuse_other_than_file(path, mode)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(data) > limit:
        said = message(
            "{name} is larger than {megabytes} MB, which no project is; it was not opened.",
            name=path.name,
            megabytes=limit >> 20,
        )
        raise StorageError("too_large", said, path)
    return data


def _refuse_other_than_file(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        said = message("{name} is a folder, not a project file.", name=path.name or str(path))
        raise StorageError("folder", said, path)
    if not stat.S_ISREG(mode):
        said = message("{name} is a device, not a project file.", name=path.name)
        raise StorageError("special", said, path)


def _unreadable(path: Path, error: OSError | ValueError) -> StorageError:
    name = path.name
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            said = message(
                "There is no file {name} in {folder}.", name=name, folder=str(path.parent)
            )
            return StorageError("missing", said, path)
        case errno.EACCES | errno.EPERM:
            said = message("{name} may not be read: you have no right to open it.", name=name)
        case _:
            reason = getattr(error, "strerror", None) or str(error)
            said = message("{name} could not be read: {reason}.", name=name, reason=reason)
    return StorageError("unreadable", said, path)
