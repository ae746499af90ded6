"""Why a KPI's figures are as they are, in words."""

from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import first_day_at, needed, year_index
from strategy_planner.language import Message, message, message_plural
from strategy_planner.model.records import Kpi
from strategy_planner.model.words import SHAPES

GRADES = {
    "A": message("A: on course"),
    "B": message("B: behind"),
    "F": message("F: the measure is the execution itself"),
    "N": message("N: no data yet"),
}
"""The grades of the follow-up of Japan's growth strategy (SEMANTICS 7.4)."""


def why_gap(kpi: Kpi, standing: KpiStanding) -> Message:
    """How the gap was computed, or why there is none."""
    last = standing.last
    if kpi.target is None:
        return message("The target is to be set; until then nothing is needed.")
    if kpi.target[0] is None:
        return message("The target has no day yet, so what is needed meanwhile is unknown.")
    if kpi.baseline is None or kpi.baseline[0] is None:
        return message("There is no baseline with a day, so what is needed meanwhile is unknown.")
    if last is None or last.date is None or last.value is None:
        return message("Nothing was measured up to the status date.")
    wanted = needed(kpi, last.date)
    if wanted is None or standing.gap is None:
        return message(
            "The last value was measured on {day}, outside the time from baseline to target.",
            day=last.date,
        )
    return message(
        "On {day} {measured} was measured. On the way from {baseline} on {start} to {target} on "
        "{end} ({shape}), {wanted} was needed then: {gap}.",
        day=last.date,
        measured=given_value(last.value),
        baseline=given_value(kpi.baseline[1]),
        start=kpi.baseline[0],
        target=given_value(kpi.target[1]),
        end=kpi.target[0],
        shape=SHAPES[kpi.shape or "linear"],
        wanted=derived_value(wanted),
        gap=gap_in_words(standing.gap),
    )


def gap_in_words(gap: float) -> Message:
    """The gap between measured and needed value: what is missing, or is there above it."""
    if gap == 0:
        return message("as needed")
    if gap < 0:
        return message("{amount} short", amount=derived_value(-gap))
    return message("{amount} ahead", amount=derived_value(gap))


def why_grade(standing: KpiStanding) -> Message:
    """The grade with what it rests on."""
    grade = GRADES[standing.grade]
    if standing.progress is None or standing.elapsed is None:
        return grade
    shares = {
        "progress": f"{standing.progress:.0%}",
        "elapsed": f"{standing.elapsed:.0%}",
    }
    gap = standing.gap or 0
    if (standing.grade == "B" and gap > 0) or (standing.grade == "A" and gap < 0):
        return message(
            "{grade} ({progress} of the way, {elapsed} of the time: the grade counts evenly by time, "
            "the gap along the curve to the target)",
            grade=grade,
            **shares,
        )
    return message("{grade} ({progress} of the way, {elapsed} of the time)", grade=grade, **shares)


def why_forecast(kpi: Kpi, standing: KpiStanding) -> tuple[Message, ...]:
    """How the forecast was computed: the trend, what actions add, and when it meets the target."""
    forecast = standing.forecast
    if forecast is None:
        return (message("No value with a day is known, so there is no forecast."),)
    said = [_trend(standing)]
    goal = None if kpi.target is None or kpi.target[0] is None else year_index(kpi.target[0])
    additions = [one for one in forecast.additions if goal is None or one.begins < goal]
    if additions:
        by = max(one.ends for one in additions) if goal is None else goal
        said.append(
            message(
                "{actions} add {amount} to it by {day}, each from its earliest finish on.",
                actions=message_plural("{count} action", "{count} actions", len(additions)),
                amount=derived_value(sum(forecast.added(one, by) for one in additions)),
                day=first_day_at(by) or "–",
            )
        )
    if kpi.target is not None:
        said.append(reaches(standing))
    return tuple(said)


def reaches(standing: KpiStanding) -> Message:
    """Whether and when the forecast meets the target."""
    if standing.reaches_target_on is None:
        return message("Does not reach the target on its present course")
    return message("Reaches the target on {day}", day=standing.reaches_target_on)


def _trend(standing: KpiStanding) -> Message:
    forecast = standing.forecast
    assert forecast is not None  # noqa: S101 - the caller has looked
    trend = forecast.trend
    (end, value), begins = trend.at, trend.begins
    if begins >= end:
        return message(
            "Only one value is known, {value}; business as usual stays there.",
            value=given_value(value),
        )
    return message(
        "From {start} to {end} it went from {before} to {value}, {slope} a year; business as usual "
        "goes on so.",
        start=first_day_at(begins) or "–",
        end=first_day_at(end) or "–",
        before=given_value(trend.value(begins)),
        value=given_value(value),
        slope=f"{'+' if trend.slope >= 0 else ''}{derived_value(trend.slope)}",
    )
