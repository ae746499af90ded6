"""How sure a target is by each day: the content of a chance curve, read from the runs."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from strategy_planner.analysis.kpis.trajectory import year_index
from strategy_planner.analysis.last_days import last_day
from strategy_planner.analysis.simulation.by_year import YearChance, chances_by_year
from strategy_planner.analysis.simulation.precision import standard_error
from strategy_planner.analysis.simulation.simulation import Simulation
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label

Point = tuple[float, float]
"""A time in years (SEMANTICS 7.1) and a share of the runs, 0 to 1."""
_MOST_POINTS = 240
_LAST_DAY = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Percentile:
    """The day by which so many per cent of the runs have come; None where fewer ever do."""

    percent: int
    day: dt.date | None
    """The last day of work (SEMANTICS 1.1)."""
    time: float | None


@dataclass(frozen=True, slots=True)
class ChanceCurve:
    """The chance of one target by each day, as a rising line; ``ever`` is where it ends."""

    name: str
    line: tuple[Point, ...]
    target: dt.date
    chance: float
    percentiles: tuple[Percentile, ...]
    ever: float
    samples: int
    method: tuple[str, ...]
    """What the figures rest on: runs, seed, distribution, choices, standard error."""
    start_month: int = 4
    by_year: tuple[YearChance, ...] = ()

    @property
    def error(self) -> float:
        """The standard error of the chance by the target's day."""
        return standard_error(self.chance, self.samples)


def chance_curve_of(
    plan: Plan, found: Simulation, target_id: str, method: tuple[str, ...], language: str
) -> ChanceCurve:
    """The curve of a target of a simulation."""
    chances = found.targets[target_id]
    instants = ((10, chances.p10), (50, chances.p50), (80, chances.p80), (90, chances.p90))
    takes_time = plan.nodes[target_id].duration is not None
    return ChanceCurve(
        name=label(plan, target_id, language),
        line=_line(np.sort(found.finishes[target_id])),
        target=chances.target,
        chance=chances.chance_by_target,
        percentiles=tuple(
            Percentile(
                percent,
                last_day(plan, target_id, None if takes_time else instant, instant),
                None if instant is None else year_index(instant),
            )
            for percent, instant in instants
        ),
        ever=chances.chance_ever,
        samples=found.terms.samples,
        method=method,
        start_month=plan.settings.fiscal_year_start or 4,
        by_year=chances_by_year(plan, found)[target_id],
    )


def _line(ranked: np.ndarray) -> tuple[Point, ...]:
    """The share of runs that have come, at some of the days on which runs come."""
    came = int(np.isfinite(ranked).sum())
    if not came:
        return ()
    runs = len(ranked)
    places = np.unique(np.linspace(0, came - 1, min(came, _MOST_POINTS)).astype(int))
    points = [(_time(float(ranked[place])), (place + 1) / runs) for place in places]
    first = points[0][0]
    return ((first, 0.0), *((time, float(share)) for time, share in points))


def _time(instant: float) -> float:
    """An instant in days as a time in years."""
    whole = min(math.floor(instant), _LAST_DAY - 1)
    day = dt.date.fromordinal(whole)
    start, end = year_index(day), year_index(day + dt.timedelta(days=1))
    return start + (end - start) * (instant - whole if instant - whole < 1 else 0.0)
