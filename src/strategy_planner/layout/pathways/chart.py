"""The picture of the pathways as a chart: with a sentence that says it, and its values."""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.language import Message, message, message_plural, say
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.pathways.course import OPEN, Course, Line
from strategy_planner.layout.pathways.options import NARROW
from strategy_planner.layout.pathways.picture import course_picture
from strategy_planner.layout.shapes import Measure


def pathways_chart(course: Course, language: str, measure: Measure) -> Chart:
    """Picture, sentence and table of the same course."""
    return Chart(
        course_picture(course, language, measure, NARROW),
        _sentence(course).into(language),
        tuple(_values(course, language)),
    )


def _sentence(course: Course) -> Message:
    in_time = [line.name for line in course.lines if (line.outlook.slack_days or 0) >= 0]
    counted = message_plural("{count} pathway", "{count} pathways", len(course.lines))
    if not in_time:
        return message("{pathways}; none of them is in time.", pathways=counted)
    return message("{pathways}; in time: {names}.", pathways=counted, names=", ".join(in_time))


def _values(course: Course, language: str) -> Iterator[tuple[str, ...]]:
    yield (
        say("Pathway", language),
        *(junction.name for junction in course.junctions),
        say("The vision comes on", language),
        say("Slack", language),
        say("Cost", language),
        say("Late items", language),
    )
    for line in course.lines:
        one = line.outlook
        yield (
            line.name,
            *_taken(course, line, language),
            "" if one.finish is None else show_day(one.finish - dt.timedelta(days=1), language),
            "" if one.slack_days is None else show_slack(one.slack_days, language),
            "" if one.cost is None else f"{one.cost:.12g}",
            str(len(one.late)),
        )


def _taken(course: Course, line: Line, language: str) -> Iterator[str]:
    for junction in course.junctions:
        names = {station.option: station.name for station in junction.stations}
        names[OPEN] = say("Left open", language)
        yield " + ".join(names[option] for option in line.through(junction))
