"""What would raise the chance of a target most: each item made certain in turn, each risk averted.

All runs are drawn once and used for every item (common random numbers), so that a gain is that of
the item and not of other draws.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from strategy_planner.analysis.network import DONE
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.batch import Batch, run_again, run_batch
from strategy_planner.analysis.simulation.draws import Drawn, Draws, Flags
from strategy_planner.analysis.simulation.driving import on_driving_chain
from strategy_planner.analysis.simulation.lengths import length_of
from strategy_planner.analysis.simulation.runs import set_up
from strategy_planner.analysis.simulation.simulation import Progress
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.analysis.simulation.uncertainty import RiskEvent, Uncertainty
from strategy_planner.analysis.simulation.upstream import upstream_of
from strategy_planner.model.plan import Plan

_MOST_RUNS, _LEAST_RUNS = 2_500, 500
_RUNS_IN_ALL = 200_000


@dataclass(frozen=True, slots=True)
class Gain:
    """One item made certain, or one risk averted: the chance of the target then, and the gain.

    The item then takes its likely duration, succeeds, and no risk delays it; the risk delays
    nothing. ``standard_error`` is that of the gain over the same runs. Either ``item`` or
    ``risk`` is None.
    """

    item: str | None
    risk: str | None
    chance: float
    gain: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class Raising:
    """The gains for one target, the greatest first, all over the same ``samples`` runs.

    ``chance`` is the one to come in time as the plan stands, over these runs.
    """

    target: str
    samples: int
    chance: float
    gains: tuple[Gain, ...]


def what_raises_most(
    plan: Plan,
    today: Schedule,
    terms: Terms,
    target: str | None = None,
    progress: Progress | None = None,
) -> Raising | None:
    """Which item, made certain, or which risk, averted, would raise a target's chance most.

    Without ``target`` that of the critical chain; None where there is none that is still open.
    Only what can matter is tried: uncertain items on the driving chain of some run, those before
    the target that may fail, and risks that touch the chain. Where they are many, fewer runs are
    used, at least 500 of those of ``terms``. ``progress`` is told how many are tried; what it
    raises stops the work.
    """
    end = target or (today.critical_chain[-1] if today.critical_chain else None)
    if end is None or end not in today.targets:
        return None
    if today.network.phase[today.network.index[end]] == DONE:
        return None
    first = _Drawing(plan, today, terms, min(terms.samples, _MOST_RUNS))
    place = first.course.network.index[end]
    ways = _ways_that_matter(first, place)
    samples = min(terms.samples, _MOST_RUNS, max(_LEAST_RUNS, _RUNS_IN_ALL // max(1, len(ways))))
    drawing = _Drawing(plan, today, terms, samples)
    in_time = drawing.in_time(drawing.batch, place)
    gains = []
    for done, way in enumerate(ways, 1):
        again = run_again(drawing.course, way.drawn(drawing), drawing.batch, way.places)
        gains.append(_gain(way, in_time, drawing.in_time(again, place)))
        if progress is not None:
            progress(done, len(ways))
    gains.sort(key=lambda one: -one.gain)
    return Raising(end, samples, float(in_time.mean()), tuple(gains))


class _Drawing:
    """The first runs of the simulation with some terms, however many of them."""

    def __init__(self, plan: Plan, today: Schedule, terms: Terms, samples: int) -> None:
        runs = set_up(plan, today, terms)
        self.samples = samples
        self.terms = terms
        self.course = runs.course
        self.uncertainty = runs.uncertainty
        self.drawn = runs.draws.batch(samples)
        self.batch = run_batch(self.course, self.drawn)

    def in_time(self, batch: Batch, target: int) -> Flags:
        """In which runs the target comes by the end of its day."""
        limit = self.course.network.limits[target].target
        return np.broadcast_to(batch.finish[target] <= limit, (self.samples,))


@dataclass(frozen=True, slots=True)
class _Certain:
    """An item that takes its likely duration, succeeds, and is delayed by no risk."""

    id: str
    place: int

    @property
    def places(self) -> tuple[int, ...]:
        return (self.place,)

    def drawn(self, drawing: _Drawing) -> Drawn:
        drawn, course = drawing.drawn, drawing.course
        lengths = list(drawn.lengths)
        lengths[self.place] = length_of(course.network.length[self.place], course.country)
        delays = {place: delay for place, delay in drawn.delays.items() if place != self.place}
        fails = {place: fails for place, fails in drawn.fails.items() if place != self.place}
        return replace(drawn, lengths=lengths, delays=delays, fails=fails)


@dataclass(frozen=True, slots=True)
class _Averted:
    """A risk that strikes in no run."""

    risk: RiskEvent

    @property
    def places(self) -> tuple[int, ...]:
        return self.risk.places

    def drawn(self, drawing: _Drawing) -> Drawn:
        others = tuple(one for one in drawing.uncertainty.risks if one.id != self.risk.id)
        course, terms = drawing.course, drawing.terms
        draws = Draws(
            course.network, Uncertainty({}, {}, others), course.country, terms.seed,
            terms.distribution,
        )  # fmt: skip
        return replace(drawing.drawn, delays=draws.batch(drawing.samples).delays)


def _ways_that_matter(drawing: _Drawing, target: int) -> list[_Certain | _Averted]:
    """What is uncertain on the driving chain of some run, and what may fail before the target."""
    network, uncertainty = drawing.course.network, drawing.uncertainty
    finish = drawing.batch.finish[target]
    arrives = np.broadcast_to(np.isfinite(finish), (drawing.samples,))
    driving = {
        place
        for place, on in on_driving_chain(drawing.course, drawing.batch, target, arrives).items()
        if on.any()
    }
    struck = {place for risk in uncertainty.risks for place in risk.places}
    varies = driving & (uncertainty.estimates.keys() | struck)
    items = [
        _Certain(network.nodes[place].id, place)
        for place in upstream_of(network, [target])
        if place in varies or place in uncertainty.success
    ]
    risks = [_Averted(risk) for risk in uncertainty.risks if driving.intersection(risk.places)]
    return [*items, *risks]


def _gain(way: _Certain | _Averted, in_time: Flags, then: Flags) -> Gain:
    more = then.astype(np.float64) - in_time
    error = float(more.std()) / math.sqrt(len(more))
    item, risk = (way.id, None) if isinstance(way, _Certain) else (None, way.risk.id)
    return Gain(item, risk, float(then.mean()), float(more.mean()), error)
