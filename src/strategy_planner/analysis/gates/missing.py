"""What it costs to miss the day to apply at a gate (SEMANTICS 3.8)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from strategy_planner.analysis.forward import EarlyDates, forward_again
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, WAITING
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule, day_of
from strategy_planner.model.plan import Plan

SOON = 90
"""From how many days before the day to apply on its cost is a finding."""


@dataclass(frozen=True, slots=True)
class MovedTarget:
    """A target that comes later once the day is missed.

    ``slack_days`` is its slack now and ``slack_then`` after that, None where it could not come at
    all; ``shift_days`` is by how much later it comes.
    """

    target: str
    slack_days: int
    slack_then: int | None
    shift_days: int | None

    @property
    def becomes_late(self) -> bool:
        """Whether the missed day is what makes the target late."""
        return self.slack_days >= 0 and (self.slack_then is None or self.slack_then < 0)


@dataclass(frozen=True, slots=True)
class MissedGate:
    """An item, the day on which its gate has to be applied for, and what missing that costs.

    By the end of ``apply_by`` it has to be applied for, so that the item may start on ``starts``,
    its early start. Otherwise it starts on ``starts_then``, ``costs_days`` later, and ends
    ``finish_shift_days`` later; the three are None where the gate has no later opening. ``slack_then`` is the item's
    own total slack then, None where it has no late dates or could not come. ``moved`` are the
    targets that then come later, worst first; ``days_left`` counts from the status date.
    """

    item: str
    gate: str
    apply_by: dt.date
    days_left: int
    starts: dt.date
    starts_then: dt.date | None
    costs_days: int | None
    finish_shift_days: int | None
    slack_then: int | None
    moved: tuple[MovedTarget, ...]

    @property
    def hurts(self) -> bool:
        """Whether something is then too late or cannot come at all."""
        if self.starts_then is None or (self.slack_then or 0) < 0:
            return True
        return bool(self.moved) and (self.moved[0].slack_then or 0) < 0


def missed_gate(
    plan: Plan, today: Schedule, item: str, within_days: int | None = None
) -> MissedGate | None:
    """What missing its gate costs an item; None without a gate, once begun, and when blocked.

    None, too, where more than ``within_days`` are left until the day to apply.
    """
    network = today.network
    place = network.index.get(item)
    gate_id = plan.nodes[item].gate
    if place is None or gate_id is None or network.phase[place] != WAITING:
        return None
    gate, start = network.gates.get(place), today.early.start[place]
    if gate is None or start >= NEVER:
        return None
    apply_by = gate.apply_by(start)
    if within_days is not None and apply_by - network.status_date > within_days:
        return None
    then = _without(today, place, start)
    comes = then.start[place] < NEVER
    shift = then.finish[place] - today.early.finish[place] if comes else None
    slack = today.items[item].total_slack_days
    return MissedGate(
        item=item,
        gate=gate_id,
        apply_by=dt.date.fromordinal(apply_by),
        days_left=apply_by - network.status_date,
        starts=dt.date.fromordinal(start),
        starts_then=day_of(then.start[place]),
        costs_days=then.start[place] - start if comes else None,
        finish_shift_days=shift,
        slack_then=None if shift is None or slack is None else slack - shift,
        moved=tuple(sorted(_moved(today, then), key=_harm)),
    )


def gates_ahead(plan: Plan, today: Schedule, within_days: int | None = None) -> list[MissedGate]:
    """All days to apply that the plan hangs on, the next one first."""
    gated = (today.network.nodes[place].id for place in today.network.gates)
    found = (missed_gate(plan, today, item, within_days) for item in gated)
    return sorted((one for one in found if one is not None), key=lambda one: one.apply_by)


def _without(today: Schedule, place: int, start: int) -> EarlyDates:
    """The early dates if an item could not use the opening on which it starts."""
    network = today.network
    limits = network.limits[:]
    limits[place] = limits[place]._replace(first=start + 1)
    with watched(network.nodes) as watch:
        return forward_again(replace(network, limits=limits), today.early, [place], watch)[0]


def _moved(today: Schedule, then: EarlyDates) -> Iterator[MovedTarget]:
    network = today.network
    for id_, dates in today.targets.items():
        place = network.index[id_]
        now, later = today.early.finish[place], then.finish[place]
        if dates.slack_days is None or network.phase[place] == DONE or later <= now:
            continue
        if later >= NEVER:
            yield MovedTarget(id_, dates.slack_days, None, None)
        else:
            shift = later - now
            yield MovedTarget(id_, dates.slack_days, dates.slack_days - shift, shift)


def _harm(one: MovedTarget) -> tuple[bool, int]:
    """Sorts what could not come at all first, then by the slack that is left."""
    return one.slack_then is not None, one.slack_then or 0
