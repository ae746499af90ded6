"""Ranks the items of a plan by what a delay of each would do (DOMAIN 2.5, bottleneck rank)."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.analysis.bottlenecks.delaying import Progress, finishes_if_delayed
from strategy_planner.analysis.bottlenecks.serving import reach_of, visions_and_kpis
from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, WAITING, Network
from strategy_planner.analysis.pathways.necessity import necessary
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.simulation import Simulation
from strategy_planner.analysis.simulation.spread import standard_deviation
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.model.plan import Plan

DELAY = "24mo"
"""By how much an item is delayed unless something else is asked for."""


@dataclass(frozen=True, slots=True)
class DelayEffect:
    """What a delay does to one target.

    ``finish`` is the target's instant then, ``past_days`` by how many days it misses its date, 0
    where it keeps it, and ``shift_days`` by how many it comes later than now; all None where it
    could not come at all. The months are those days on the calendar, to one decimal.
    """

    target: str
    finish: dt.date | None
    past_days: int | None
    past_months: float | None
    shift_days: int | None
    shift_months: float | None


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """What happens if one item takes ``delay`` longer and everything else goes as planned.

    ``effects`` are those on every target that moves, the one that is hit worst first.
    ``is_necessary`` tells that some target cannot be reached without the item; ``spread_days`` is its criticality × the standard deviation of its
    duration, None without a simulation; ``serves`` is how many visions and KPIs wait for it, and
    ``must_start_by`` its latest start, None once begun.
    """

    item: str
    delay: str
    effects: tuple[DelayEffect, ...]
    is_necessary: bool
    spread_days: float | None
    serves: int
    must_start_by: dt.date | None

    @property
    def effect(self) -> DelayEffect | None:
        """The effect on the target that is hit worst; None where no target moves."""
        return self.effects[0] if self.effects else None


def bottlenecks(
    plan: Plan,
    today: Schedule,
    delay: str = DELAY,
    simulation: Simulation | None = None,
    progress: Progress | None = None,
) -> tuple[Bottleneck, ...]:
    """Every item that a dated target waits for, the one whose delay does most harm first.

    Left out are what is done or cannot come, and what takes no time of its own and waits for
    others: its delay is that of what it waits for. By months past the target's date, then the
    shift, then necessity, then criticality × spread, then how much it serves, then the earliest
    must-start-by. Raises CalendarError for a delay that is none.
    """
    network = today.network
    targets = _open_targets(network, today)
    reach = reach_of(network, {place: 1 << number for number, place in enumerate(targets)})
    items = [place for place in network.order if reach[place] and _can_be_late(today, place)]
    finishes = finishes_if_delayed(plan, today, items, targets, parse_duration(delay), progress)
    needed = _necessary(plan, today)
    serves = reach_of(network, visions_and_kpis(plan, network))
    found = []
    for run, place in enumerate(items):
        waiting = {one: finishes[one][run] for number, one in enumerate(targets)
                   if reach[place] >> number & 1}  # fmt: skip
        id_ = network.nodes[place].id
        begun = network.phase[place] != WAITING
        found.append(
            Bottleneck(
                item=id_,
                delay=delay,
                effects=_effects(today, waiting),
                is_necessary=id_ in needed,
                spread_days=None if simulation is None else _spread(simulation, id_, place),
                serves=serves[place].bit_count(),
                must_start_by=None if begun else today.items[id_].late_start,
            )
        )
    return tuple(sorted(found, key=_rank))


def _open_targets(network: Network, today: Schedule) -> list[int]:
    places = (network.index[id_] for id_ in today.targets)
    return [
        place
        for place in places
        if network.phase[place] != DONE and today.early.finish[place] < NEVER
    ]


def _can_be_late(today: Schedule, place: int) -> bool:
    network = today.network
    if network.phase[place] == DONE or today.early.finish[place] >= NEVER:
        return False
    waits = network.into[place] or place in network.selections or place in network.waits
    return bool(network.length[place]) or not waits


def _necessary(plan: Plan, today: Schedule) -> set[str]:
    """The ids of what no target can be reached without, with every choice open (5.3)."""
    nodes = today.network.nodes
    with watched(nodes) as watch:
        network = compile_network(plan, today.status_date, {}, watch, today.network.reachings)
    return {network.nodes[place].id for place in necessary(network)}


def _effects(today: Schedule, finishes: Mapping[int, float]) -> tuple[DelayEffect, ...]:
    """The effects on the targets that move, the one that is hit worst first."""
    moved = [
        _effect(today, place, finish)
        for place, finish in finishes.items()
        if finish > today.early.finish[place]
    ]
    return tuple(sorted(moved, key=_harm))


def _effect(today: Schedule, place: int, finish: float) -> DelayEffect:
    id_ = today.network.nodes[place].id
    if not math.isfinite(finish):
        return DelayEffect(id_, None, None, None, None, None)
    now = today.early.finish[place]
    limit = today.network.limits[place].target
    then = math.ceil(finish)
    past = max(limit, then)
    return DelayEffect(
        target=id_,
        finish=dt.date.fromordinal(then),
        past_days=past - limit,
        past_months=_months(limit, past),
        shift_days=then - now,
        shift_months=_months(now, then),
    )


def _months(first: int, last: int) -> float:
    """The months from one instant to another on the calendar, to one decimal."""
    one, other = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = (other.year - one.year) * 12 + other.month - one.month
    return round(months + (other.day - one.day) / 30.4, 1)


def _harm(effect: DelayEffect | None) -> tuple[float, float]:
    """Sorts what does most harm first: what never comes, then months past, then the shift."""
    if effect is None:
        return 0.0, 0.0
    if effect.past_months is None or effect.shift_months is None:
        return -math.inf, -math.inf
    return -effect.past_months, -effect.shift_months


def _spread(simulation: Simulation, item: str, place: int) -> float:
    points = simulation.uncertainty.estimates.get(place)
    criticality = simulation.items[item].criticality
    if points is None or not criticality:
        return 0.0
    return criticality * standard_deviation(points, simulation.terms.distribution)


def _rank(one: Bottleneck) -> tuple[tuple[float, float], bool, float, int, dt.date]:
    return (
        _harm(one.effect),
        not one.is_necessary,
        -(one.spread_days or 0.0),
        -one.serves,
        one.must_start_by or dt.date.max,
    )
