"""The problems that the desktop lists, as rules of the quality check: what the passes found.

The expert's checks B6, B7, B10 to B12 and B17 of DOMAIN 1.4.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_planner.analysis.finding import Finding, Severity
from strategy_planner.analysis.quality.rule import ENDS, MEANS, Case, Rule, Theme
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

_LATE = message("What is too late stays too late until somebody decides something.")
_STUCK = message("What cannot come keeps everything that needs it from coming.")
_LOOSE = message("What leads nowhere, or is reached by nothing, is not backcast.")
_RECORDED = message("Dates are computed from what is recorded.")
_DECIDE = message("Shorten, overlap, choose otherwise, or decide anew")
_RESOLVE = message("Name what resolves it")
_DATE = message("Write the date")
_DAY = message("Write the day")
_MEANS = message("Name the means")


class _Known(NamedTuple):
    """How a problem's rule counts; ``among`` names the cases that could have it."""

    theme: Theme
    severity: Severity
    among: str
    title: Message
    why: Message
    fix: Message | None


_KNOWN: dict[str, _Known] = {
    "target_late": _Known("dates", "error", "target", message("Targets come too late"),
                          _LATE, _DECIDE),
    "target_blocked": _Known("dates", "error", "target", message("Targets cannot be reached"),
                             _STUCK, _RESOLVE),
    "limit_missed": _Known("dates", "error", "limited", message("Last days are missed"),
                           _LATE, _DECIDE),
    "window_missed": _Known("dates", "error", "dated", message("Promised dates are missed"),
                            _LATE, _DECIDE),
    "gate_closed": _Known("dates", "error", "gated", message("No opening is left"),
                          _STUCK, _DATE),
    "obstacle_without_resolver": _Known(
        "robustness", "error", "obstacle", message("Obstacles that nothing resolves"), _STUCK,
        _RESOLVE),
    "item_late": _Known("dates", "warning", "bound", message("Too late for what needs it"),
                        _LATE, _DECIDE),
    "aim_missed": _Known("dates", "warning", "dated", message("Aims are missed"), _LATE, _DECIDE),
    "obstacle_on_begun": _Known("dates", "warning", "begun",
                                message("Begun although an obstacle stands"), _STUCK, None),
    "without_means": _Known("aim", "warning", "end", message("States without means"),
                            _LOOSE, _MEANS),
    "vision_without_chain": _Known("aim", "warning", "vision",
                                   message("Visions that no chain reaches"), _LOOSE, _MEANS),
    "vision_without_date": _Known(
        "aim", "warning", "vision", message("Visions without a date"),
        message("Without the date of the vision there are no latest dates."), _DATE),
    "dropped_requirement": _Known(
        "claims", "warning", "requirement", message("Required, but dropped"), _LOOSE,
        message("Remove the link or replace it")),
    "duplicate_number": _Known(
        "dates", "warning", "item", message("Numbers given twice"),
        message("Two items with one number are mistaken for each other."),
        message("Change the number")),
    "begun_too_soon": _Known("dates", "warning", "begun",
                             message("Begun before what it requires"), _RECORDED,
                             message("Record the progress")),
    "not_before_too_late": _Known("dates", "warning", "limited",
                                  message("May start only after its own date"), _RECORDED,
                                  message("Change the limit")),
    "window_passed": _Known("dates", "warning", "dated", message("Dates that are over"),
                            _RECORDED, _DATE),
    "option_late": _Known("dates", "note", "bound", message("Options that are too late"),
                          _LATE, None),
    "serves_nothing": _Known("aim", "note", "means", message("Leads to no dated end"),
                             _LOOSE, message("Connect")),
    "started_without_day": _Known("dates", "note", "item", message("Started on no known day"),
                                  _RECORDED, _DAY),
    "finish_not_recorded": _Known("dates", "note", "done", message("Finished on no known day"),
                                  _RECORDED, _DAY),
}  # fmt: skip
"""Not every problem is a fault of the plan: a request that is due, a date that is kept vague."""


def calculated_titles() -> dict[str, Message]:
    """What breaks each of these rules, by the rule's name."""
    return {name: known.title for name, known in _KNOWN.items()}


def calculated_rules(plan: Plan, schedule: Schedule, found: Sequence[Finding]) -> tuple[Rule, ...]:
    """A rule for each kind of problem, with those records as cases that could have it."""
    among = _populations(plan, schedule)
    by_rule: dict[str, list[Finding]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    return tuple(
        Rule(
            name, known.theme, known.severity, 0.0, known.title, known.why, known.fix,
            _cases(by_rule.get(name, []), among[known.among]),
        )
        for name, known in _KNOWN.items()
    )  # fmt: skip


def _populations(plan: Plan, schedule: Schedule) -> Counter[str]:
    counts: Counter[str] = Counter(target=len(schedule.targets), item=len(schedule.items))
    for id_, dates in schedule.items.items():
        counts.update(_kinds_of_case(plan.nodes[id_], dates))
    counts["obstacle"] = sum(item.blocks for item in plan.register.values())
    counts["requirement"] = sum(link.relation == "requires" for link in plan.links.values())
    return counts


def _kinds_of_case(node: Node, dates: ItemDates) -> Iterator[str]:
    if node.is_done:
        yield "done"
        return
    if node.kind == "vision":
        yield "vision"
    elif node.kind in ENDS:
        yield "end"
    elif node.kind in MEANS:
        yield "means"
    if node.date is not None and node.kind != "vision":
        yield "dated"
    if node.not_after is not None or node.not_before is not None or node.target is not None:
        yield "limited"
    if node.gate is not None:
        yield "gated"
    if dates.late_finish is not None:
        yield "bound"
    if node.has_begun:
        yield "begun"


def _cases(found: Sequence[Finding], among: int) -> Callable[[Plan, Schedule], Iterable[Case]]:
    def cases(_plan: Plan, _schedule: Schedule) -> Iterator[Case]:
        for one in found:
            yield one.items, one.message
        for _ in range(among - len(found)):
            yield (), None

    return cases
