"""A KPI's chart in one sentence, and as a table."""

from typing import TYPE_CHECKING

from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.trajectory import first_day_at
from strategy_planner.language import Message, message, say
from strategy_planner.language.message import day_in_words
from strategy_planner.layout.charts.chart import Row
from strategy_planner.layout.charts.trajectory_data import Trajectory

if TYPE_CHECKING:
    import datetime as dt
from collections.abc import Callable


def trajectory_sentence(data: Trajectory) -> Message:
    """What the chart shows, for those who cannot see it."""
    if data.is_to_be_set:
        return message("{kpi}: to be set", kpi=data.name)
    return message(
        "{kpi}: measured {measured}, needed then {needed}, target {target}, forecast {forecast}",
        kpi=data.name,
        measured=_value(data.measured[-1][1] if data.measured else None, data.unit),
        needed=_value(data.needed_then[1] if data.needed_then else None, data.unit, derived_value),
        target=_value(data.target[1] if data.target else None, data.unit),
        forecast=_value(
            (data.forecast or data.trend or ((0.0, None),))[-1][1], data.unit, derived_value
        ),
    )


def _value(
    value: float | None, unit: str, shown: Callable[[float], str] = given_value
) -> Message | str:
    if value is None:
        return message("to be set")
    return f"{shown(value)} {unit}".strip()


def trajectory_values(data: Trajectory, language: str) -> tuple[Row, ...]:
    """Kind, day and value of every point that the chart shows, unrounded."""
    head = (
        say("What", language), say("Day", language),
        say("Value ({unit})", language, unit=data.unit) if data.unit else say("Value", language),
    )  # fmt: skip
    points: list[tuple[Message, float | None, float]] = []
    if data.baseline is not None:
        points.append((message("Baseline"), *data.baseline))
    points += [(message("Measured"), *point) for point in data.measured]
    points += [(message("Waypoint"), *point) for point in data.waypoints]
    if data.target is not None:
        points.append((message("Target"), *data.target))
    if data.needed_then is not None:
        points.append((message("Needed"), *data.needed_then))
    points += [(message("Business as usual"), *point) for point in data.trend[-1:]]
    points += [(message("Forecast with the actions"), *point) for point in data.forecast[-1:]]
    if data.reached_at is not None:
        points.append((message("Counts as reached"), None, data.reached_at))
    rows = ((words.into(language), _day(time, language), repr(value))
            for words, time, value in points)  # fmt: skip
    return (head, *rows)


def _day(time: float | None, language: str) -> str:
    day: dt.date | None = None if time is None else first_day_at(time)
    return "" if day is None else day_in_words(day, language)
