"""Several items moved along the time axis at once: all by the same months, in one edit."""

from collections.abc import Sequence

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.periods import UNIT_MONTHS, Unit
from strategy_planner.language import Message, message, message_plural
from strategy_planner.layout.roadmap.moving import can_move, move
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan

_FINE: dict[str, Unit] = {
    "day": "month", "dekad": "month", "month": "month", "month_end": "month",
    "quarter": "quarter", "season": "quarter", "half": "quarter",
}  # fmt: skip
"""The unit in which a date that is finer than a year goes on being told."""


def carried(plan: Plan, schedule: Schedule, items: Sequence[str]) -> tuple[str, ...]:
    """Those of the items that can be moved: what is done, begun or recurs stays."""
    return tuple(item for item in items if can_move(plan, schedule, item))


def move_together(
    plan: Plan, schedule: Schedule, items: Sequence[str], unit: Unit, count: int
) -> ChangeSet:
    """The items by ``count`` periods of ``unit``; a date stays as fine as it was written.

    One item alone is told in ``unit``. PlanError where none of them can be moved.
    """
    moving = carried(plan, schedule, items)
    if len(moving) < 2:
        return move(plan, schedule, (*moving, *items)[0], unit, count)
    changes = tuple(
        change
        for item in moving
        for change in move(plan, schedule, item, *_kept_fine(plan, item, unit, count)).changes
    )
    return ChangeSet(changes, _label(len(moving), len(items)))


def _label(moving: int, given: int) -> Message:
    if moving < given:
        return message("Move {count} of {given} items", count=moving, given=given)
    return message_plural("Move {count} item", "Move {count} items", moving)


def _kept_fine(plan: Plan, item: str, unit: Unit, count: int) -> tuple[Unit, int]:
    """As many months in the unit of the date as written, where that is the finer one."""
    window = window_of(plan.nodes[item], plan.settings)
    own = _FINE.get(window.precision, unit) if window is not None else unit
    if UNIT_MONTHS[own] >= UNIT_MONTHS[unit]:
        return unit, count
    return own, count * UNIT_MONTHS[unit] // UNIT_MONTHS[own]
