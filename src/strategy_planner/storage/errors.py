"""What can be wrong with a project file, each as one sentence for the planner."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from strategy_planner.language import Message

Kind = Literal[
    # No project: verify answers 2.
    "missing", "folder", "special", "unreadable", "too_large", "empty", "not_a_project", "foreign",
    "newer",
    # A damaged project: verify answers 1.
    "truncated", "write_ahead", "damaged", "schema", "content", "value", "rule",
    # A save that was refused.
    "exists", "read_only", "read_only_folder", "no_folder", "full", "in_use", "changed", "gone",
    "unwritable", "unstorable",
]  # fmt: skip

NO_PROJECT: frozenset[Kind] = frozenset(
    {
        "missing",
        "folder",
        "special",
        "unreadable",
        "too_large",
        "empty",
        "not_a_project",
        "foreign",
        "newer",
    }
)
"""What is not a project that this program can read, damaged or whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file; ``place`` names the part, as ``node n-12``."""

    kind: Kind
    place: str
    message: Message


class StorageError(Exception):
    """A project file that cannot be opened, or a save that did not happen.

    The file named by ``path`` is as it was. ``message`` says what is wrong and what to do,
    ``kind`` lets a caller tell the cases apart (``changed`` asks for another answer than
    ``full``).
    """

    def __init__(self, kind: Kind, message: Message, path: Path) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return self.message.into("en")
