"""A station: the option's name, its closing date with a stop mark, and the lines through it."""

from collections.abc import Iterator

from strategy_planner.calendars.formatting import show_day
from strategy_planner.language import say
from strategy_planner.layout.marks import cross_mark
from strategy_planner.layout.pathways.placing import INSET, LINE, NAME, Stop
from strategy_planner.layout.shapes import Ellipse, Label, Polyline, Rect, Shape, Stroke, baseline

_CAPTION = 11.0
_DOT = 9.0


def station_shapes(stop: Stop, x: float, language: str, width: float) -> Iterator[Shape]:
    """The frame and the words, and a ring on each line; the lines lie beneath."""
    is_taken = bool(stop.lanes)
    head = INSET + LINE * (len(stop.name) + (stop.station is not None))
    # The frame lets the lines through; only the words have a ground of their own.
    frame = Stroke("ink2" if is_taken else "control", 1.4, () if is_taken else (5.0, 3.0))
    ground = "sunken" if is_taken else "surface"
    yield Rect(x + 1.0, stop.y + 1.0, width - 2.0, head, ground, radius=8.0)
    yield Rect(x, stop.y, width, stop.height, None, frame, radius=8.0)
    y = stop.y + INSET / 2 + LINE / 2
    for line in stop.name:
        ink = "ink" if is_taken else "ink2"
        yield Label(x + INSET, baseline(y, NAME), line, NAME, ink, 700)
        y += LINE
    if stop.station is not None:
        yield from _closing(stop, x, y, language)
    for lane in stop.lanes.values():
        middle = x + width / 2
        yield Ellipse(middle - _DOT / 2, lane - _DOT / 2, _DOT, _DOT, "surface", Stroke("ink", 1.8))
    if not is_taken:
        words = say("No pathway takes it", language)
        lane = stop.y + stop.height - INSET / 2 - LINE / 2
        yield Label(x + INSET, baseline(lane, _CAPTION), words, _CAPTION, "ink3")


def _closing(stop: Stop, x: float, y: float, language: str) -> Iterator[Shape]:
    station = stop.station
    if station is None:
        return
    day = None if station.closes_on is None else show_day(station.closes_on, language)
    left = x + INSET
    if station.state == "closed":
        yield from cross_mark(left + 5.0, y, 13.0, "late")
        words = (
            say("Closed", language) if day is None else say("Closed on {day}", language, day=day)
        )
        yield Label(left + 15.0, baseline(y, _CAPTION), words, _CAPTION, "late", 500)
        return
    if station.state == "begun":
        yield Label(left, baseline(y, _CAPTION), say("Begun", language), _CAPTION, "ink2")
        return
    if day is None:
        words = say("No closing date", language)
        yield Label(left, baseline(y, _CAPTION), words, _CAPTION, "ink3")
        return
    yield Polyline(((left + 2.0, y - 6.0), (left + 2.0, y + 6.0)), Stroke("ink", 2.4))
    words = say("Begin by {day}", language, day=day)
    yield Label(left + 9.0, baseline(y, _CAPTION), words, _CAPTION, "ink2")
