"""Making the operating system fail on purpose, at the n-th thing that a save asks of it."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self
from unittest import mock


class FaultyFile:
    """A file whose writes, flushes and reads count as points of failure."""

    def __init__(self, file: Any, faults: "Faults") -> None:
        self._file = file
        self._faults = faults

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int = -1) -> bytes:
        self._faults.point("read")
        return bytes(self._file.read(size))

    def write(self, data: bytes) -> int:
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._faults.point("write")
        return half + int(self._file.write(data[half:]))

    def flush(self) -> None:
        self._faults.point("flush")
        self._file.flush()

    def fileno(self) -> int:
        return int(self._file.fileno())


class Faults:
    """Counts what is asked of the system and fails the ``at``-th, once or from then on."""

    def __init__(self, at: int, fail: Callable[[], None], *, for_good: bool = False) -> None:
        self.at = at
        self.fail = fail
        self.for_good = for_good
        self.points: list[str] = []

    @property
    def fired(self) -> bool:
        """Whether the point was reached."""
        return len(self.points) > self.at

    def point(self, name: str) -> None:
        """One thing that is asked of the system."""
        self.points.append(name)
        here = len(self.points) - 1
        if here == self.at or (self.for_good and here > self.at):
            self.fail()

    @contextlib.contextmanager
    def at_work(self) -> Iterator["Faults"]:
        """Every file operation goes through the points while this holds."""
        with contextlib.ExitStack() as stack:
            for owner, name in [
                (os, "fsync"), (os, "replace"), (os, "open"), (Path, "chmod"), (Path, "unlink"),
            ]:  # fmt: skip
                real = getattr(owner, name)
                stack.enter_context(mock.patch.object(owner, name, self._counted(name, real)))
            real_open = Path.open

            def open_file(path: Path, *arguments: Any) -> FaultyFile:
                self.point("open")
                return FaultyFile(real_open(path, *arguments), self)

            stack.enter_context(mock.patch.object(Path, "open", open_file))
            yield self

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*arguments: Any, **named: Any) -> Any:
            self.point(name)
            return real(*arguments, **named)

        return asked


def failing_with(number: int) -> Callable[[], None]:
    """The fault of an `OSError` with this ``errno``."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail
