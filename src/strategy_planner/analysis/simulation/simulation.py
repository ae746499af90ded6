"""How sure it is that the targets are reached: many runs of the plan with what is uncertain drawn.

All draws are independent of each other, one for each item and risk in each run.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, Network
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.simulation.batch import run_batch
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.runs import batches, looks, set_up
from strategy_planner.analysis.simulation.tally import Finishes, Influence
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.analysis.simulation.uncertainty import Uncertainty
from strategy_planner.model.plan import Plan

Progress = Callable[[int, int], None]
"""Told how many runs of how many are done; what it raises stops the simulation."""


@dataclass(frozen=True, slots=True)
class TargetChances:
    """How sure a target is: ``target`` is its last day; the percentiles are instants.

    ``chance_by_target`` is the share of runs that come in time, ``chance_ever`` of those that
    come at all. A percentile is None where fewer runs than that ever come.
    """

    target: dt.date
    chance_by_target: float
    p10: dt.date | None
    p50: dt.date | None
    p80: dt.date | None
    p90: dt.date | None
    chance_ever: float


@dataclass(frozen=True, slots=True)
class ItemInfluence:
    """How an item drives the vision of the critical chain; None where that never comes.

    ``criticality`` is the share of runs with it on the driving chain, ``sensitivity`` the
    correlation of its duration with the finish, 0 where its duration never varies.
    """

    criticality: float | None
    sensitivity: float | None


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the runs came to.

    ``visions_in_time`` is the share of runs in which every dated vision comes in time, None
    without one; ``driven`` is the target whose drivers ``items`` tells. ``finishes`` holds the
    finish of each target in every run as an instant, infinite where it never comes.
    """

    terms: Terms
    targets: dict[str, TargetChances]
    items: dict[str, ItemInfluence]
    visions_in_time: float | None
    driven: str | None
    uncertainty: Uncertainty
    finishes: Mapping[str, Floats] = field(repr=False, compare=False)


def simulate(
    plan: Plan, today: Schedule, terms: Terms, progress: Progress | None = None
) -> Simulation:
    """Run a plan ``terms.samples`` times from the status date and pathway of ``today``."""
    *_, found = refining(plan, today, terms, progress)
    return found


def refining(
    plan: Plan, today: Schedule, terms: Terms, progress: Progress | None = None
) -> Iterator[Simulation]:
    """The result so far, after 500 runs, 2,000, 10,000 and so on, at last after all of them.

    The last one is what `simulate` gives with the same terms; the ``terms`` of each say how many
    runs it rests on. Whoever has seen enough stops asking; what ``progress`` raises stops it too.
    """
    runs = set_up(plan, today, terms)
    network = runs.course.network
    finishes = Finishes(runs.targets, terms.samples)
    driven = today.critical_chain[-1] if today.critical_chain else None
    influence = None if driven is None else Influence(runs.course, network.index[driven])
    done = 0
    for look in looks(terms.samples):
        for count in batches(look - done):
            drawn = runs.draws.batch(count)
            batch = run_batch(runs.course, drawn)
            finishes.add(batch, count)
            if influence is not None:
                influence.add(batch, drawn, count)
            done += count
            if progress is not None:
                progress(done, terms.samples)
        by_id = finishes.by_id()
        yield Simulation(
            terms=replace(terms, samples=done),
            targets={id_: _chances(today.targets[id_].target, by_id[id_]) for id_ in today.targets},
            items=_items(network, influence),
            visions_in_time=_visions_in_time(plan, today, by_id),
            driven=driven,
            uncertainty=runs.uncertainty,
            finishes=by_id,
        )


def pathway_chances(
    plan: Plan, status_date: dt.date, terms: Terms, progress: Progress | None = None
) -> dict[str, float | None]:
    """For each pathway the chance that every dated vision comes in time on it."""
    found: dict[str, float | None] = {}
    for done, id_ in enumerate(plan.pathways):
        today = schedule(plan, status_date=status_date, pathway=id_)
        ahead = _part(progress, done, len(plan.pathways), terms.samples)
        found[id_] = simulate(plan, today, terms, ahead).visions_in_time
    return found


def _part(progress: Progress | None, done: int, parts: int, samples: int) -> Progress | None:
    if progress is None:
        return None
    return lambda runs, _: progress(done * samples + runs, parts * samples)


def _chances(target: dt.date, finish: Floats) -> TargetChances:
    ranked = np.sort(finish)
    runs = len(ranked)
    in_time = np.searchsorted(ranked, target.toordinal() + 1, side="right")
    return TargetChances(
        target,
        float(in_time / runs),
        _percentile(ranked, 10),
        _percentile(ranked, 50),
        _percentile(ranked, 80),
        _percentile(ranked, 90),
        float(np.isfinite(ranked).sum() / runs),
    )


def _percentile(ranked: Floats, percent: int) -> dt.date | None:
    """The first instant on a whole day by which that many of the runs have come."""
    value = ranked[-(-percent * len(ranked) // 100) - 1]
    return dt.date.fromordinal(math.ceil(value)) if value < NEVER else None


def _items(network: Network, influence: Influence | None) -> dict[str, ItemInfluence]:
    if influence is None:
        return {node.id: ItemInfluence(None, None) for node in network.nodes}
    return {
        node.id: ItemInfluence(influence.criticality(place), influence.sensitivity(place))
        for place, node in enumerate(network.nodes)
    }


def _visions_in_time(plan: Plan, today: Schedule, finishes: Mapping[str, Floats]) -> float | None:
    in_time = None
    for id_, dates in today.targets.items():
        if plan.nodes[id_].kind != "vision":
            continue
        if today.network.phase[today.network.index[id_]] == DONE:
            continue
        here = finishes[id_] <= dates.target.toordinal() + 1
        in_time = here if in_time is None else in_time & here
    return None if in_time is None else float(in_time.mean())
