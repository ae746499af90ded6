"""What a rule of the quality check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.finding import Severity
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan

Case = tuple[tuple[str, ...], Message | None]
"""Something that a rule looks at: the records, and what is wrong with it; None where all is well."""
Theme = Literal["aim", "claims", "steps", "robustness", "who", "follow_up", "dates"]
THEMES: dict[Theme, Message] = {
    "aim": message("Cast back from the vision"),
    "claims": message("Reasons and evidence"),
    "steps": message("Steps on the way"),
    "robustness": message("Alternatives and precautions"),
    "who": message("Who changes what"),
    "follow_up": message("KPIs and follow-up"),
    "dates": message("Dates and records today"),
}
"""What an expert asks of a backcast (DOMAIN 1.4), in the order of the work."""
MEANS = frozenset({"action", "decision", "enabler", "milestone"})
"""Kinds of items that somebody does or decides."""
ENDS = frozenset({"vision", "image", "area", "state"})
"""Kinds of items that are to be true."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``limit`` is the share of the cases that may fail before the plan as a whole does.

    ``title`` says what breaks it, ``why`` to a planner why the rule matters, ``fix`` what to do.
    """

    name: str
    theme: Theme
    severity: Severity
    limit: float
    title: Message
    why: Message
    fix: Message | None
    cases: Callable[[Plan, Schedule], Iterable[Case]]
