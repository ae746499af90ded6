"""Which actions close how much of a KPI's gap: the content of a wedge chart."""

from dataclasses import dataclass

from strategy_planner.analysis.kpis.forecast import Forecast
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import first_day_at, is_falling, needed, year_index
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi
from strategy_planner.model.texts import text_of, title_of

Point = tuple[float, float]
"""A time in years (SEMANTICS 7.1) and a value."""


_ONE_DAY = 1 / 366


@dataclass(frozen=True, slots=True)
class Wedge:
    """What one action adds, in the KPI's unit, at the times of the chart."""

    item: str
    """The id of the action."""
    number: str
    title: str
    added: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Wedges:
    """The gap between business as usual and what is needed, at some times, and what closes it.

    Every tuple has one value for each of ``times``; ``needed`` is None where nothing is.
    """

    name: str
    unit: str
    times: tuple[float, ...]
    usual: tuple[float, ...]
    needed: tuple[float | None, ...]
    wedges: tuple[Wedge, ...]
    start_month: int = 4
    is_falling: bool = False

    @property
    def forecast(self) -> tuple[float, ...]:
        """Business as usual with all that the actions add."""
        added = zip(*(wedge.added for wedge in self.wedges), strict=True)
        sums = [sum(one) for one in added] or [0.0] * len(self.times)
        return tuple(usual + more for usual, more in zip(self.usual, sums, strict=True))

    @property
    def missing(self) -> tuple[float | None, ...]:
        """What is still missing at each time: 0 or more; None where nothing is needed."""
        turn = -1.0 if self.is_falling else 1.0
        return tuple(
            None if needed is None else max(0.0, turn * (needed - value))
            for needed, value in zip(self.needed, self.forecast, strict=True)
        )


def wedges_of(plan: Plan, kpi: Kpi, standing: KpiStanding, language: str) -> Wedges:
    """The chart's content of one KPI: from the last known value to the target.

    The same figures as `wedge_of` tells for the fiscal years, and those on the target's day, at
    which the chart ends. Empty for a KPI without any value that has a day.
    """
    forecast = standing.forecast
    times = [] if forecast is None else _times(kpi, standing, forecast)
    additions = sorted(forecast.additions, key=lambda one: one.begins) if forecast else []
    return Wedges(
        name=text_of(plan, kpi, "name", language) or kpi.id,
        unit=text_of(plan, kpi, "unit", language) or "",
        times=tuple(times),
        usual=tuple(forecast.trend.value(time) for time in times) if forecast else (),
        needed=tuple(_needed(kpi, time) for time in times),
        wedges=tuple(
            Wedge(
                item=one.node,
                number=plan.nodes[one.node].number or "",
                title=title_of(plan, plan.nodes[one.node], language),
                added=tuple(forecast.added(one, time) for time in times) if forecast else (),
            )
            for one in additions
        ),
        start_month=plan.settings.fiscal_year_start or 4,
        is_falling=is_falling(kpi),
    )


def _times(kpi: Kpi, standing: KpiStanding, forecast: Forecast) -> list[float]:
    """The last known value's, the target's, the ends of the fiscal years between, all turns.

    Where an action adds all at once, the day before too.
    """
    begins = forecast.trend.at[0]
    goal = None if kpi.target is None or kpi.target[0] is None else year_index(kpi.target[0])
    found = {begins, *(year_index(row.on) for row in standing.years)}
    for one in forecast.additions:
        found |= {one.begins, one.ends}
        if one.begins == one.ends:
            found.add(one.begins - _ONE_DAY)
    if goal is not None:
        found.add(goal)
    last = max(found) if goal is None else goal
    return sorted(time for time in found if begins <= time <= last)


def _needed(kpi: Kpi, time: float) -> float | None:
    day = first_day_at(time)
    return None if day is None else needed(kpi, day)
