"""The wedge of a KPI: which actions close how much of its gap, by fiscal year.

After the stabilisation wedges of Pacala and Socolow (2004): on top of the value that
business as usual leads to, each action adds its part; what then lacks to the needed value is the
gap that no action closes yet.
"""

import datetime as dt
from dataclasses import dataclass

from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import is_falling, year_index
from strategy_planner.model.records import Kpi


@dataclass(frozen=True, slots=True)
class WedgeYear:
    """The end of one fiscal year, ``on`` its last day; values in the KPI's unit.

    ``parts`` is what each action of the wedge has added since the last known value, in their
    order; with business as usual they make up ``expected``. ``missing`` is what then lacks to
    ``needed``, 0 where nothing does; None where nothing is needed.
    """

    year: int
    on: dt.date
    business_as_usual: float
    parts: tuple[float, ...]
    expected: float
    needed: float | None
    missing: float | None


@dataclass(frozen=True, slots=True)
class Wedge:
    """``actions`` and ``contributions`` are ids, in the order in which they begin to add."""

    actions: tuple[str, ...]
    contributions: tuple[str, ...]
    years: tuple[WedgeYear, ...]


def wedge_of(kpi: Kpi, standing: KpiStanding) -> Wedge | None:
    """The wedge over the years ahead of the last known value.

    None for a KPI without any value that has a day: nothing is known to add to. Without
    contributions the wedge has no actions, and its years tell the gap alone.
    """
    forecast = standing.forecast
    if forecast is None:
        return None
    additions = sorted(forecast.additions, key=lambda one: one.begins)
    years = []
    for row in standing.years:
        time = year_index(row.on)
        if time <= forecast.trend.at[0]:
            continue
        expected = forecast.value(time)
        years.append(
            WedgeYear(
                year=row.year,
                on=row.on,
                business_as_usual=forecast.trend.value(time),
                parts=tuple(forecast.added(one, time) for one in additions),
                expected=expected,
                needed=row.needed,
                missing=_missing(kpi, expected, row.needed),
            )
        )
    return Wedge(
        actions=tuple(one.node for one in additions),
        contributions=tuple(one.contribution for one in additions),
        years=tuple(years),
    )


def _missing(kpi: Kpi, expected: float, needed: float | None) -> float | None:
    if needed is None:
        return None
    return max(0.0, expected - needed if is_falling(kpi) else needed - expected)
