"""The problems that the desktop lists, as rules of the quality check: what the passes found."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from strategy_planner.analysis.finding import Finding, Severity
from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan

_LATE = message("What is too late stays too late until somebody decides something.")
_STUCK = message("What cannot come keeps everything that needs it from coming.")
_LOOSE = message("What leads nowhere, or is reached by nothing, is not backcast.")
_RECORDED = message("Dates are computed from what is recorded.")
_KNOWN: dict[str, tuple[Severity, Message, Message | None]] = {
    "target_late": ("error", _LATE, message("Shorten, overlap, choose otherwise, or decide anew")),
    "limit_missed": ("error", _LATE, message("Shorten, overlap, choose otherwise, or decide anew")),
    "window_missed": ("error", _LATE, message("Shorten, overlap, choose otherwise, or decide anew")),
    "item_late": ("warning", _LATE, message("Shorten, overlap, choose otherwise, or decide anew")),
    "aim_missed": ("warning", _LATE, message("Write the date")),
    "option_late": ("note", _LATE, None),
    "target_blocked": ("error", _STUCK, message("Name what resolves it")),
    "obstacle_without_resolver": ("error", _STUCK, message("Name what resolves it")),
    "obstacle_on_begun": ("warning", _STUCK, None),
    "gate_closed": ("error", _STUCK, message("Write the date")),
    "gate_request": ("note", message("A request that is missed costs a year."), None),
    "without_means": ("warning", _LOOSE, message("Name the means")),
    "serves_nothing": ("note", _LOOSE, message("Connect")),
    "vision_without_chain": ("warning", _LOOSE, message("Name the means")),
    "vision_without_date": (
        "warning", message("Without the date of the vision there are no latest dates."),
        message("Write the date"),
    ),
    "dropped_requirement": ("warning", _LOOSE, message("Remove the link or replace it")),
    "duplicate_number": (
        "warning", message("Two items with one number are mistaken for each other."),
        message("Change the number"),
    ),
    "begun_too_soon": ("warning", _RECORDED, message("Record the progress")),
    "started_without_day": ("note", _RECORDED, message("Write the day")),
    "finish_not_recorded": ("note", _RECORDED, message("Write the day")),
    "not_before_too_late": ("warning", _RECORDED, message("Change the limit")),
    "window_passed": ("warning", _RECORDED, message("Write the date")),
    "vague_date": (
        "note", message("Vague dates are kept as written, and looked at when they come near."),
        message("Write the date"),
    ),
}  # fmt: skip


def calculated_rules(found: Sequence[Finding]) -> tuple[Rule, ...]:
    """A rule for each kind of problem; every item of the plan is a case of it."""
    return tuple(
        Rule(name, severity, 0.0, why, fix, _cases([one for one in found if one.rule == name]))
        for name, (severity, why, fix) in _KNOWN.items()
    )


def _cases(found: Sequence[Finding]) -> Callable[[Plan, Schedule], Iterable[Case]]:
    def cases(_plan: Plan, schedule: Schedule) -> Iterator[Case]:
        for one in found:
            yield one.items, one.message
        for _ in range(len(schedule.items) - len(found)):
            yield (), None

    return cases
