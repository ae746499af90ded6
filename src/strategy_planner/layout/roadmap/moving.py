"""What it means to move an item, or its end, along the time axis: the edit of its text."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.durations import Duration, parse_duration
from strategy_planner.calendars.durations import Unit as DurationUnit
from strategy_planner.calendars.periods import UNIT_MONTHS, Unit, period, period_index
from strategy_planner.calendars.restating import restate, state, state_range
from strategy_planner.language import message
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.creation import today
from strategy_planner.model.edits import set_fields
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.reading import meaning_of
from strategy_planner.model.records import Node
from strategy_planner.model.texts import label as item_label

_DAY = dt.timedelta(1)
_IN_UNIT: dict[DurationUnit, tuple[int, int, int]] = {
    "y": (1, 0, 0), "mo": (12, 3, 1), "w": (52, 13, 4), "d": (365, 91, 30), "wd": (240, 60, 20),
}  # fmt: skip
"""How much of each unit of duration a year, a quarter and a month are taken to be."""


@dataclass(frozen=True, slots=True)
class _Move:
    """An item on its way by ``count`` periods of ``unit``."""

    plan: Plan
    node: Node
    dates: ItemDates
    unit: Unit
    count: int

    @property
    def language(self) -> str:
        """The language in which the plan is written."""
        return "en" if self.plan.settings.language == "en" else "ja"

    @property
    def start(self) -> int:
        """The first month of the fiscal year."""
        return self.plan.settings.fiscal_year_start or 4

    def index(self, day: dt.date, unit: Unit | None = None) -> int:
        return period_index(day, unit or self.unit, self.start)


def can_move(plan: Plan, schedule: Schedule, item: str) -> bool:
    """Whether an item can be put elsewhere in time: what is done, begun or recurs cannot."""
    node, dates = plan.nodes.get(item), schedule.items.get(item)
    return node is not None and dates is not None and _hindrance(plan, node) is None


def can_stretch(plan: Plan, schedule: Schedule, item: str) -> bool:
    """Whether an item has an end of its own: a duration, or a date that ends."""
    node = plan.nodes.get(item)
    if node is None or node.is_done or item not in schedule.items or node.kind == "vision":
        return False
    if node.duration is not None:
        return True
    window = window_of(node, plan.settings)
    return window is not None and window.latest is not None and window.role in {
        "at", "by", "during",
    }  # fmt: skip


def move(plan: Plan, schedule: Schedule, item: str, unit: Unit, count: int) -> ChangeSet:
    """The item ``count`` periods later (earlier, where negative), its date written anew.

    How the date binds stays: 目途 stays 目途. Raises PlanError where it cannot be moved.
    """
    node = plan.nodes[item]
    reason = _hindrance(plan, node)
    if reason is not None or item not in schedule.items:
        raise reason or PlanError(message("There is no item {id} in this plan.", id=item), (item,))
    window = window_of(node, plan.settings)
    moving = _Move(plan, node, schedule.items[item], unit, count)
    text = _first_text(moving) if window is None else _moved_text(moving, window)
    return _dated(plan, node, text)


def put(plan: Plan, item: str, unit: Unit, day: dt.date) -> ChangeSet:
    """The item, so far without a date, in the period that has ``day``."""
    start = plan.settings.fiscal_year_start or 4
    window = period(period_index(day, unit, start), unit, start)
    language = "en" if plan.settings.language == "en" else "ja"
    text = state("at", "plain", window, unit, language, start)
    return _dated(plan, plan.nodes[item], text)


def stretch(plan: Plan, schedule: Schedule, item: str, unit: Unit, count: int) -> ChangeSet:
    """The item's end ``count`` periods later: a longer duration, or a date that ends later."""
    node = plan.nodes[item]
    if not can_stretch(plan, schedule, item):
        raise PlanError(
            message(
                "“{item}” has no end that can be moved: give it a duration or a date.",
                item=item_label(plan, item, "ja"),
            ),
            (item,),
        )
    moving = _Move(plan, node, schedule.items[item], unit, count)
    if node.duration is not None:
        fields = _stretched(node, parse_duration(node.duration), unit, count)
        changed = set_fields(plan, "node", item, **fields)
        words = message("Change the duration of {item}", item=node.number or node.title)
        return ChangeSet(changed.changes, words)
    window = window_of(node, plan.settings)
    if window is None or window.latest is None:
        return ChangeSet((), message("Edit {item}", item=node.number or node.title))
    return _dated(plan, node, _ending_text(moving, window, window.latest))


def _hindrance(plan: Plan, node: Node) -> PlanError | None:
    name = item_label(plan, node.id, "en" if plan.settings.language == "en" else "ja")
    if node.is_done:
        words = message("“{item}” is done; its dates are what happened.", item=name)
    elif node.has_begun:
        words = message("“{item}” has begun; only its end can be moved.", item=name)
    else:
        window = window_of(node, plan.settings)
        if window is None or window.role != "recurring":
            return None
        words = message("“{item}” recurs and has no one date that could be moved.", item=name)
    return PlanError(words, (node.id,))


def _dated(plan: Plan, node: Node, text: str) -> ChangeSet:
    """The date as a text; what else would bind the same end gives way to it."""
    fields: dict[str, Any] = {"date": text}
    if node.kind == "vision":
        fields["target"] = None
    changed = set_fields(plan, "node", node.id, **fields)
    words = message("Move {item} to {date}", item=node.number or node.title, date=text)
    return ChangeSet(changed.changes, words)


def _first_text(moving: _Move) -> str:
    """The first date of an item that only had computed ones: from a period on, where it takes
    longer than one, else in it.
    """
    dates, unit, start = moving.dates, moving.unit, moving.start
    first, finish = dates.early_start, dates.early_finish
    if first is None or finish is None:
        first = finish = dates.late_finish or moving.plan.settings.status_date or today()
    if first >= finish:
        window = period(moving.index(first - _DAY) + moving.count, unit, start)
        return state("at", "plain", window, unit, moving.language, start)
    window = period(moving.index(first) + moving.count, unit, start)
    is_longer = finish - first > window.last + _DAY - window.first
    return state("from" if is_longer else "at", "plain", window, unit, moving.language, start)


def _moved_text(moving: _Move, window: CoarseDate) -> str:
    is_range = window.role == "during" or window.precision == "decade"
    if is_range and window.earliest and window.latest:
        return _range_text(moving, window, window.earliest, window.latest, moving.count)
    unit = _unit_kept(window, moving.unit, moving.start)
    by_end = (window.role == "by" or moving.node.kind == "vision") and window.latest is not None
    anchor = window.latest if by_end else window.earliest or window.latest
    if anchor is None:
        return window.text
    index = moving.index(anchor, unit) + moving.count
    return _restated(moving, window, unit, index)


def _ending_text(moving: _Move, window: CoarseDate, latest: dt.date) -> str:
    if window.role == "by" or window.earliest is None:
        unit = _unit_kept(window, moving.unit, moving.start)
        return _restated(moving, window, unit, moving.index(latest, unit) + moving.count)
    return _range_text(moving, window, window.earliest, latest, 0)


def _range_text(
    moving: _Move, window: CoarseDate, earliest: dt.date, latest: dt.date, shift: int
) -> str:
    """The range with its first end moved by ``shift`` and its last by the whole move."""
    start, unit = moving.start, _unit_kept(window, moving.unit, moving.start)
    first = moving.index(earliest, unit) + shift
    last = max(first, moving.index(latest, unit) + moving.count)
    windows = (period(first, unit, start), period(last, unit, start))
    return state_range(*windows, unit, moving.language, start)


def _restated(moving: _Move, window: CoarseDate, unit: Unit, index: int) -> str:
    read = partial(_meaning, moving)
    there = period(index, unit, moving.start)
    return restate(window, there, unit, moving.language, moving.start, read)


def _meaning(moving: _Move, text: str) -> CoarseDate:
    return meaning_of(text, moving.node, moving.plan.settings)


def _unit_kept(window: CoarseDate, unit: Unit, start: int) -> Unit:
    """Calendar years stay calendar years where the axis counts fiscal ones."""
    in_years = window.precision in {"year", "year_end"} or (
        window.precision == "year_early"
        and window.earliest is not None
        and window.earliest.month != start
    )
    return "year" if unit == "fiscal_year" and in_years else unit


def _stretched(node: Node, length: Duration, unit: Unit, count: int) -> dict[str, str | None]:
    """The likely duration and the two beside it, which follow where they would be overtaken."""
    if length.unit == "y" and unit != "fiscal_year":
        length = Duration(12 * length.amount, "mo")
    step = _IN_UNIT[length.unit][("fiscal_year", "quarter", "month").index(unit)]
    amount = length.amount + count * step
    least = 1 if length.unit in {"y", "mo"} else UNIT_MONTHS[unit]
    likely = Duration(min(max(amount, least), 9999), length.unit)
    fields: dict[str, str | None] = {"duration": likely.text}
    for name, turn in (("optimistic", -1), ("pessimistic", 1)):
        text = getattr(node, name)
        if text is not None and _is_overtaken(parse_duration(text), likely, turn):
            fields[name] = likely.text
    return fields


def _is_overtaken(other: Duration, likely: Duration, turn: int) -> bool:
    """Whether a bound no longer lies on its side of the likely duration."""
    if other.family != likely.family:
        return True
    weights = {"d": 1, "w": 7, "wd": 1, "mo": 1, "y": 12}
    amounts = (other.amount * weights[other.unit], likely.amount * weights[likely.unit])
    return (amounts[0] - amounts[1]) * turn < 0
