"""What a rule of the quality check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from strategy_planner.analysis.finding import Severity
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import Message
from strategy_planner.model.plan import Plan

Case = tuple[tuple[str, ...], Message | None]
"""Something that a rule looks at: the records, and what is wrong with it; None where all is well."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``limit`` is the share of the cases that may fail before the plan as a whole does.

    ``why`` says to a planner why the rule matters, ``fix`` what to do.
    """

    name: str
    severity: Severity
    limit: float
    why: Message
    fix: Message | None
    cases: Callable[[Plan, Schedule], Iterable[Case]]
