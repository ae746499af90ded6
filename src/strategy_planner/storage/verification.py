"""Is this file a whole project? (CONTRACT 2, ``verify``.) Nothing is written."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from strategy_planner.language import message
from strategy_planner.storage.errors import NO_PROJECT, Problem, StorageError
from strategy_planner.storage.history import read_history
from strategy_planner.storage.inspection import Content, read_and_inspect


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer: ``format_version`` is None where the file is no project."""

    format_version: int | None
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """The file is a project and nothing is wrong with it."""
        return not self.problems

    @property
    def exit_code(self) -> int:
        """0 whole, 1 a damaged project, 2 no project or one of a newer program."""
        if any(problem.kind in NO_PROJECT for problem in self.problems):
            return 2
        return 1 if self.problems else 0


def verify_file(path: str | os.PathLike[str]) -> Verification:
    """Look at the file's version, SQLite's own check, the schema, the content hash, every
    reference and every rule of the model, and the history. Never raises for what is in the file.
    """
    target = Path(path).absolute()
    try:
        _, found = read_and_inspect(target)
    except StorageError as error:
        return Verification(None, (Problem(error.kind, "file", error.message),))
    if found.content is None:
        return Verification(found.format_version, found.problems)
    return Verification(found.format_version, tuple(_history_problems(found.content, target.name)))


def _history_problems(content: Content, name: str) -> Iterable[Problem]:
    try:
        for _ in read_history(content.image):
            pass
    except (ValueError, KeyError, TypeError) as error:
        said = message(
            "{name} is damaged: its history cannot be read ({detail}).",
            name=name,
            detail=str(error)[:200],
        )
        yield Problem("value", "history", said)
