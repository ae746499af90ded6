"""Several repairs as one step, and what they do for every date that the plan promises."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.harm import missed_limits
from strategy_planner.analysis.repairs.repair import Repair
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.wording import named
from strategy_planner.language import Message, message
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Record


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one item's date: days short (0 in time, None where it cannot come) and the
    last day of its earliest finish, before and after.
    """

    item: str
    short_before: int | None
    short_after: int | None
    reached_before: dt.date | None
    reached_after: dt.date | None


@dataclass(frozen=True, slots=True)
class Together:
    """Repairs as one set of changes, and every date that is missed before or after it."""

    change_set: ChangeSet
    effects: tuple[Effect, ...]

    def of(self, item: str) -> Effect | None:
        """What becomes of one item's date; None where it is in time before and after."""
        return next((effect for effect in self.effects if effect.item == item), None)


def together(plan: Plan, today: Schedule, repairs: Sequence[Repair]) -> Together:
    """Make several repairs as one step on a copy of the plan, and see.

    Raises PlanError where two of them change the same field, and where the plan refuses them.
    """
    change_set = _one_step(plan, repairs)
    copy = plan.copy()
    copy.apply(change_set)
    then = schedule(copy, status_date=today.status_date)
    before = missed_limits(today.network, today.early)
    after = missed_limits(then.network, then.early)
    effects = tuple(
        Effect(
            id_,
            _short(before.get(id_, 0)),
            _short(after.get(id_, 0)),
            _last_day(today, id_),
            _last_day(then, id_),
        )
        for id_ in plan.nodes
        if id_ in before or id_ in after
    )
    return Together(change_set, effects)


def _one_step(plan: Plan, repairs: Sequence[Repair]) -> ChangeSet:
    """The changes of all repairs, those of one record made one."""
    label = repairs[0].change_set.label
    for repair in repairs[1:]:
        label = message("{first}; besides: {second}",
                        first=label, second=repair.change_set.label)  # fmt: skip
    every = (change for repair in repairs for change in repair.change_set.changes)
    reasons = dict.fromkeys(one.change_set.reason for one in repairs if one.change_set.reason)
    return ChangeSet(tuple(_joined(plan, every)), label, " ".join(reasons) or None)


def _joined(plan: Plan, changes: Iterable[Change]) -> list[Change]:
    ends: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = (change.record, change.id)
        so_far = ends.get(key)
        ends[key] = change if so_far is None else _one_after_the_other(plan, so_far, change)
    return [one for one in ends.values() if one.before != one.after]


def _one_after_the_other(plan: Plan, first: Change, second: Change) -> Change:
    """Both changes of one record; of the second, what it changes of the record as it was."""
    if second.before == first.after:
        return _ending(first, second.after)
    if first.before is None or first.after is None or second.before is None or second.after is None:
        raise PlanError(_both_change(plan, first.id), (first.id,))
    fields = _changed(second.before, second.after)
    if fields.keys() & _changed(first.before, first.after).keys():
        raise PlanError(_both_change(plan, first.id), (first.id,))
    return _ending(first, msgspec.structs.replace(first.after, **fields))


def _ending(change: Change, after: Record | None) -> Change:
    """The change that ends elsewhere."""
    return Change(change.record, change.id, change.before, after, change.place)


def _changed(before: Record, after: Record) -> dict[str, Any]:
    names = (field.name for field in msgspec.structs.fields(before))
    return {
        name: getattr(after, name)
        for name in names
        if getattr(before, name) != getattr(after, name)
    }


def _both_change(plan: Plan, id_: str) -> Message:
    item = named(plan, id_) if id_ in plan.nodes else id_
    return message("Two of these repairs change the same of {item}. Choose one of them.", item=item)


def _short(days: int) -> int | None:
    return None if days >= NEVER else days


def _last_day(found: Schedule, id_: str) -> dt.date | None:
    dates = found.items.get(id_)
    finish = dates.early_finish if dates else None
    return finish - dt.timedelta(days=1) if finish else None
