"""Where a pathway leads: its card at the right, and the vision as a wall behind all of them."""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.calendars.formatting import show_day
from strategy_planner.language import message_plural, say
from strategy_planner.layout.map.content import slack_words
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.pathways.course import Course, Line
from strategy_planner.layout.pathways.placing import CARD, INSET, LINE, NAME
from strategy_planner.layout.shapes import Label, Measure, Rect, Shape, Stroke, baseline
from strategy_planner.layout.text_breaking import break_title

_CAPTION = 11.0
_YEAR = 20.0


def card_shapes(
    line: Line, stroke: Stroke, unit: str, measure: Measure, language: str, width: float
) -> Iterator[Shape]:
    """Name, the vision's date, slack, cost and late items of one pathway."""
    ground = "accentWeak" if line.is_active else "surface"
    yield Rect(0.0, 0.0, width, CARD, ground, Stroke(stroke.colour, 1.4), radius=8.0)
    y = INSET + LINE / 2 - 2.0
    for words in break_title(line.name, measure, NAME, 700, width - 2 * INSET, 2):
        yield Label(INSET, baseline(y, NAME), words, NAME, "ink", 700)
        y += LINE - 1.0
    one = line.outlook
    finish = say("It does not come", language)
    if one.finish is not None:
        finish = show_day(one.finish - dt.timedelta(days=1), language)
    yield Label(INSET, baseline(y, NAME), finish, NAME, "ink", 500)
    if one.slack_days is not None:
        yield from _slack(one.slack_days, y, measure, language, width)
    y += LINE
    money = say("To be set", language)
    if one.cost is not None:
        money = " ".join(filter(None, (f"{one.cost:,.12g}", unit)))
    cost = say("{field}: {value}", language, field=say("Cost", language), value=money)
    yield Label(INSET, baseline(y, _CAPTION), cost, _CAPTION, "ink2")
    y += LINE - 1.0
    late = say("No late items", language)
    if one.late:
        late = message_plural("{count} late item", "{count} late items", len(one.late)).into(
            language
        )
    yield Label(INSET, baseline(y, _CAPTION), late, _CAPTION, "late" if one.late else "ink2")


def _slack(days: int, y: float, measure: Measure, language: str, width: float) -> Iterator[Shape]:
    """Lateness by octagon, word and weight; at the right of the date."""
    words = slack_words(days, language)
    x = width - INSET - measure(words, NAME, 700 if days < 0 else 400)
    if days < 0:
        yield from severity_mark("error", x - 11.0, y, 14.0)
        yield Label(x, baseline(y, NAME), words, NAME, "late", 700)
        return
    yield Label(x, baseline(y, NAME), words, NAME, "ink2")


def wall_shapes(
    course: Course, x: float, height: float, measure: Measure, language: str, width: float
) -> Iterator[Shape]:
    """The vision: its year large, its day and its name beneath."""
    yield Rect(x, 0.0, width, height, "accent", radius=8.0)
    y = 26.0
    middle = x + width / 2
    if course.target is not None:
        year = f"{course.target.year}年" if language == "ja" else str(course.target.year)
        yield Label(middle, baseline(y, _YEAR), year, _YEAR, "onAccent", 700, "middle")
        y += 26.0
        day = show_day(course.target, language)
        yield Label(middle, baseline(y, 10.0), day, 10.0, "onAccent", 400, "middle")
        y += 22.0
    most = max(1, int((height - y - INSET) / LINE))
    for words in break_title(course.vision, measure, NAME, 500, width - 2 * INSET, most):
        yield Label(middle, baseline(y, NAME), words, NAME, "onAccent", 500, "middle")
        y += LINE
