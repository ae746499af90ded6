"""The schedule of the summary: one bar for each group of measures, the vision as a line."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.cards import Box, draw_entries
from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.measure_groups import measure_groups, span_of
from strategy_planner.briefing.paragraphs import Style, fitted
from strategy_planner.briefing.roadmap_words import one_after_another, span_in_years
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.verdict import visions
from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.calendars.formatting import show_days
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import Pattern, Polyline, Rect, Shape, Stroke
from strategy_planner.layout.theme import PLAIN_TRACK, theme
from strategy_planner.layout.tracks import track_colours, track_token

_NAMES, _WIDEST_NAMES = 70.0, 172.0
_HEAD = 12.0
_BAR = 9.0
_MOST_ROWS = 5
_LEAST_ROW = 16.0
_NAME = Style(8.5, spacing=1.2)
_YEAR = Style(7.5, 400, "ink2")
_NOTHING = Style(7.6, 400, "ink3")
_SHORT = Style(8.5, 700, "late")
_LEAST_STEP = 4.0
"""Of the lines between the years; closer ones would be a grey ground."""
_MOST_SHORT_YEARS = 60
"""Up to here two digits tell a year."""


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    colour: int
    span: tuple[dt.date, dt.date] | None
    late_from: dt.date | None = None
    short_by: str = ""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days along the width, linear."""

    first: dt.date
    last: dt.date
    left: float
    width: float

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + self.width * min(max(share, 0.0), 1.0)


def draw_mini_schedule(sheet: Sheet, edition: Edition, box: Box) -> None:
    """Up to five groups and the goal that is latest, over the fiscal years up to the vision.

    A plan without measures has it to be set.
    """
    bars = _bars(edition)
    if not bars:
        draw_entries(sheet, edition, box, [], _NAME.size, edition.to_be_set)
        return
    axis = _axis(edition, bars, box)
    top = box.y + _HEAD
    row = min(22.0, (box.height - _HEAD - 2) / max(len(bars), 1))
    bottom = top + row * len(bars)
    with sheet.figure(_in_words(edition, bars, axis), box.x, box.y, box.width, bottom - box.y):
        _draw_years(sheet, edition, axis, box.y, bottom)
        for index, bar in enumerate(bars):
            _draw_bar(sheet, edition, bar, axis, box.x, top + row * (index + 0.5))
        _draw_lines(sheet, edition, axis, top - 2, bottom)


def _in_words(edition: Edition, bars: Sequence[_Bar], axis: _Axis) -> str:
    """What the bars say: of each group its fiscal years, of the late goal by how much."""
    years = span_in_years(edition, axis.first, axis.last)
    said = [edition.say("Schedule, {years}.", years=years)]
    for bar in bars:
        words = edition.say("date to be set")
        if bar.span is not None:
            words = edition.say(", ").join(
                filter(None, (span_in_years(edition, *bar.span), bar.short_by))
            )
        said.append(edition.say("{title}: {words}.", title=bar.name, words=words))
    said += [edition.say("Vision: {by}.", by=edition.by_day(each)) for each in visions(edition)]
    return one_after_another(edition, said)


def schedule_height(edition: Edition) -> float:
    """What the schedule takes at least."""
    return _HEAD + 2 + _LEAST_ROW * max(len(_bars(edition)), 1)


def _bars(edition: Edition) -> list[_Bar]:
    bars = [
        _Bar(group.short, group.colour, span_of(edition, group.measures))
        for group in measure_groups(edition)
    ]
    worst = _worst_goal(edition)
    kept = bars[: _MOST_ROWS - (worst is not None)]
    return [*kept, worst] if worst is not None else kept


def _worst_goal(edition: Edition) -> _Bar | None:
    """The goal before the vision that is too late, the latest of them."""
    late = [
        (dates.total_slack_days, node)
        for node in edition.plan.nodes.values()
        if node.kind in {"area", "state", "image"}
        and (dates := edition.dates(node)) is not None
        and dates.state == "late"
        and not dates.conditional
        and dates.early_start != dates.early_finish
        and dates.total_slack_days is not None
    ]
    if not late:
        return None
    slack, node = min(late, key=lambda pair: pair[0])
    dates = edition.schedule.items[node.id]
    if dates.early_start is None or dates.early_finish is None:
        return None
    short = edition.say("{time} short", time=show_days(-slack, edition.language))
    colour = track_colours(edition.plan).get(node.track, PLAIN_TRACK)
    span = (dates.early_start, dates.early_finish)
    return _Bar(edition.item_short(node), colour, span, dates.late_finish, short)


def _axis(edition: Edition, bars: Sequence[_Bar], box: Box) -> _Axis:
    month = edition.plan.settings.fiscal_year_start or 4
    status = edition.schedule.status_date
    days = [bar.span[1] for bar in bars if bar.span] + _goal_days(edition)
    first = fiscal_year(status, month)
    last = max(fiscal_year(day, month) for day in [*days, status])
    wanted = max((measure(bar.name, _NAME.size) for bar in bars), default=0.0) + 10
    names = min(max(wanted, _NAMES), _WIDEST_NAMES)
    return _Axis(
        fiscal_year_bounds(first, month)[0],
        fiscal_year_bounds(max(last, first + 1), month)[1],
        box.x + names,
        box.width - names,
    )


def _goal_days(edition: Edition) -> list[dt.date]:
    targets = (edition.schedule.targets.get(vision.id) for vision in visions(edition))
    return [target.target for target in targets if target is not None]


def _draw_years(sheet: Sheet, edition: Edition, axis: _Axis, top: float, bottom: float) -> None:
    month = edition.plan.settings.fiscal_year_start or 4
    first, last = fiscal_year(axis.first, month), fiscal_year(axis.last, month)
    ended, drawn = axis.left - 8, axis.left - _LEAST_STEP
    for year in range(first, last):
        start, end = fiscal_year_bounds(year, month)
        x, middle = axis.x(start), (axis.x(start) + axis.x(end)) / 2
        if x - drawn >= _LEAST_STEP:
            sheet.ornament(Polyline(((x, top + _HEAD - 2), (x, bottom)), Stroke("grid", 0.7)))
            drawn = x
        whole = edition.say("FY{year}", year=year) if edition.language == "en" else str(year)
        has_room = measure(whole, _YEAR.size) + 8 <= axis.x(end) - x
        is_whole = year == first or has_room or last - first > _MOST_SHORT_YEARS
        words = whole if is_whole and (year == first or has_room) else str(year)
        words = words if is_whole else f"{year % 100:02d}"
        half = measure(words, _YEAR.size) / 2
        if middle - half >= ended:
            sheet.line(middle, top + 4, words, _YEAR, "middle")
            ended = middle + half + (4.0 if is_whole else 1.5)


def _draw_bar(
    sheet: Sheet, edition: Edition, bar: _Bar, axis: _Axis, x: float, middle: float
) -> None:
    name = fitted(bar.name, axis.left - x - 8, 19, _NAME, 7.2)
    sheet.text(name, x, middle - name.height / 2)
    if bar.span is None:
        words = edition.say("date to be set")
        after = max(axis.left, axis.x(edition.schedule.status_date))
        sheet.line(after + 5, middle, words, _NOTHING)
        return
    start, finish = axis.x(bar.span[0]), axis.x(bar.span[1])
    split = axis.x(bar.late_from) if bar.late_from is not None else finish
    split = min(max(split, start), finish)
    pattern = theme("light").pattern(bar.colour)
    token = partial(track_token, bar.colour)
    hatch = Pattern(pattern, token("mark"), 4.0, 0.6) if pattern else None
    edge = Stroke(token("edge"), 0.7)
    top = middle - _BAR / 2
    shapes: list[Shape] = []
    if split > start:
        shapes.append(Rect(start, top, max(split - start, 1.5), _BAR, token("solid"), edge, hatch))
    if finish > split:
        late = Pattern("back", "late", 3.4, 0.8)
        shapes.append(
            Rect(split, top, max(finish - split, 3.0), _BAR, "surface", Stroke("late", 1.2), late)
        )
    sheet.ornament(*shapes)
    if bar.short_by:
        used = sheet.line(start - 6, middle, bar.short_by, _SHORT, "end")
        sheet.ornament(*severity_mark("error", start - 6 - used - 7, middle, 9))


def _draw_lines(sheet: Sheet, edition: Edition, axis: _Axis, top: float, bottom: float) -> None:
    """The status date and the vision."""
    status = axis.x(edition.schedule.status_date)
    sheet.ornament(Polyline(((status, top), (status, bottom)), Stroke("today", 1.0)))
    for day in _goal_days(edition):
        x = axis.x(day + dt.timedelta(days=1))
        sheet.ornament(Rect(x - 1.1, top, 2.2, bottom - top, "accent"))
