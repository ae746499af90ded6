"""The chance that a target has come by the end of each fiscal year, and month by month."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.precision import standard_error
from strategy_planner.analysis.simulation.simulation import Simulation
from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.model.plan import Plan

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class YearChance:
    """The share of runs in which a target has come by ``on``, the last day of a fiscal year.

    ``standard_error`` is that of the share; it decides how many digits are shown (`precision`).
    """

    year: int
    on: dt.date
    chance: float
    standard_error: float


def chances_by_year(plan: Plan, found: Simulation) -> dict[str, tuple[YearChance, ...]]:
    """For each target the chance by the end of each fiscal year.

    From the year before the first run comes to the year in which the last one has that ever
    comes; the year of the promised date is always among them.
    """
    start_month = plan.settings.fiscal_year_start or 4
    return {
        id_: _by_year(np.sort(finish), found.targets[id_].target, start_month)
        for id_, finish in found.finishes.items()
    }


def chance_curve(found: Simulation, target: str) -> tuple[tuple[dt.date, float], ...]:
    """The chance that ``target`` has come by the last day of each month, as days and shares.

    From the month before the first run comes to the one in which the last has that ever comes;
    empty where none does.
    """
    ranked = np.sort(found.finishes[target])
    came = ranked[np.isfinite(ranked)]
    if not len(came):
        return ()
    first, last = _last_work(came[0]), _last_work(came[-1])
    begin = first.year * 12 + first.month - 2
    ends = [_end_of_month(month) for month in range(begin, last.year * 12 + last.month)]
    return tuple((day, _share(ranked, day)) for day in ends)


def _by_year(ranked: Floats, target: dt.date, start_month: int) -> tuple[YearChance, ...]:
    came = ranked[np.isfinite(ranked)]
    named = [fiscal_year(target, start_month)]
    if len(came):
        named.append(fiscal_year(_last_work(came[0]), start_month) - 1)
        named.append(fiscal_year(_last_work(came[-1]), start_month))
    rows = []
    for year in range(min(named), max(named) + 1):
        on = fiscal_year_bounds(year, start_month)[1] - _ONE_DAY
        chance = _share(ranked, on)
        rows.append(YearChance(year, on, chance, standard_error(chance, len(ranked))))
    return tuple(rows)


def _share(ranked: Floats, day: dt.date) -> float:
    """The share of runs that have come by the end of ``day``."""
    return float(np.searchsorted(ranked, day.toordinal() + 1, side="right") / len(ranked))


def _last_work(finish: float) -> dt.date:
    """The day on which a run comes: the last one before its finish instant."""
    return dt.date.fromordinal(int(np.ceil(finish)) - 1)


def _end_of_month(month: int) -> dt.date:
    """The last day of a month that is counted from year 0, January being 0."""
    year, place = divmod(month + 1, 12)
    return dt.date(year, place + 1, 1) - _ONE_DAY
