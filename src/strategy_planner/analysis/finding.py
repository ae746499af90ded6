"""What a finding is."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.language import Message, message

Severity = Literal["error", "warning", "note"]
WEIGHTS: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
SEVERITIES: dict[Severity, Message] = {
    "error": message("Error"),
    "warning": message("Warning"),
    "note": message("Note"),
}
"""How a severity is said."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: a rule's name, the records to point at (the item first), one sentence.

    ``days`` is by how much, where there is an amount: days late, days left.
    """

    rule: str
    severity: Severity
    items: tuple[str, ...]
    message: Message
    days: int | None = None
