"""概要: the plan on one page, from the background to what is to be decided."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.briefing.action_table import has_illustrations
from strategy_planner.briefing.cards import (
    DECISION,
    GOAL,
    MEASURE,
    PLAIN,
    Box,
    common_size,
    draw_card,
    draw_entries,
)
from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.gist import draw_gist
from strategy_planner.briefing.measure_groups import MeasureGroup, measure_groups
from strategy_planner.briefing.mini_schedule import draw_mini_schedule
from strategy_planner.briefing.paragraphs import Style
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.summary_words import (
    background_entries,
    decision_entries,
    image_entries,
    kpi_entries,
    measure_entries,
    obstacle_entries,
)
from strategy_planner.briefing.verdict import visions
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.language import message_plural
from strategy_planner.layout.shapes import Polygon, Rect, Stroke

_GAP, _ARROW_GAP = 8.0, 17.0
_MOST_GROUPS = 5
_ROWS = (1.0, 1.05, 1.08)
"""How the three rows of cards share the height."""
_CHIP = Style(8, 400, "ink2")


def summary_pages(edition: Edition) -> Iterator[Page]:
    """Exactly one page, whatever the plan."""
    title = edition.say("Summary")
    yield Page(title, edition.title, partial(_draw, edition=edition), (title,))


def _draw(sheet: Sheet, edition: Edition) -> None:
    top = draw_gist(sheet, edition, CONTENT_TOP) + _GAP
    free = edition.content_bottom - 3 - top - 2 * _GAP - 8
    first, second, third = (free * share / sum(_ROWS) for share in _ROWS)
    _draw_why(sheet, edition, top, first)
    top += first
    _arrow_down(sheet, edition, top + 3)
    top += _GAP + 8
    _draw_measures(sheet, edition, top, second)
    top += second + _GAP
    _draw_outcome(sheet, edition, top, third)


def _draw_why(sheet: Sheet, edition: Edition, y: float, height: float) -> None:
    """Background, what society is to look like, what stands in the way."""
    free = edition.content_width - 2 * _ARROW_GAP
    shares = (0.278, 0.388, 0.334)
    heads = (
        (edition.say("Background"), PLAIN, background_entries(edition)),
        (_goal_head(edition), GOAL, image_entries(edition)),
        (edition.say("Obstacles"), PLAIN, obstacle_entries(edition)),
    )
    boxes, x = [], sheet.left
    for share in shares:
        boxes.append(Box(x, y, free * share, height))
        x += free * share + _ARROW_GAP
    inner = [(box.inner, head[2]) for box, head in zip(boxes, heads, strict=True)]
    size = common_size(inner, _body(edition))
    for box, (title, look, entries) in zip(boxes, heads, strict=True):
        draw_card(sheet, box, title, look)
        draw_entries(sheet, edition, box.inner, entries, size, edition.to_be_set)
    middle = y + height / 2
    for box in boxes[:-1]:
        x = box.x + box.width
        tip = Polygon(((x + 4, middle - 9), (x + 13, middle), (x + 4, middle + 9)), "accent")
        sheet.ornament(tip)


def _body(edition: Edition) -> float:
    """The size of the cards' text where there is room; A3 is read from further away."""
    return 13.0 if edition.paper == "A3" else 10.5


def _goal_head(edition: Edition) -> str:
    targets = [edition.schedule.targets.get(v.id) for v in visions(edition)]
    days = [target.target for target in targets if target is not None]
    has_images = any(node.kind == "image" for node in edition.plan.nodes.values())
    name = edition.say("Image of society") if has_images else edition.say("Vision")
    if not days:
        return name
    last = max(days)
    if (last.month, last.day) == (12, 31):
        year = edition.say("{year}", year=last.year)
        if edition.language == "ja":
            year = f"{last.year}年"
    else:
        fiscal = fiscal_year(last, edition.plan.settings.fiscal_year_start or 4)
        year = f"{fiscal}年度" if edition.language == "ja" else f"FY{fiscal}"
    return edition.say("{name} ({year})", name=name, year=year)


def _arrow_down(sheet: Sheet, edition: Edition, y: float) -> None:
    middle = sheet.left + edition.content_width / 2
    sheet.ornament(Polygon(((middle - 11, y), (middle + 11, y), (middle, y + 9)), "accent"))


def _draw_measures(sheet: Sheet, edition: Edition, y: float, height: float) -> None:
    groups = measure_groups(edition)
    shown = groups[:_MOST_GROUPS]
    count = max(len(shown), 1)
    width = (edition.content_width - (count - 1) * _GAP) / count
    boxes = [Box(sheet.left + i * (width + _GAP), y, width, height) for i in range(count)]
    if not shown:
        draw_card(sheet, boxes[0], edition.say("Measures"), MEASURE)
        draw_entries(sheet, edition, boxes[0].inner, [], _body(edition), edition.to_be_set)
    chips = any(group.answers for group in shown)
    entries = [measure_entries(edition, group) for group in shown]
    inner = [_under_chip(box.inner) if chips else box.inner for box in boxes]
    size = common_size(list(zip(inner, entries, strict=False)), _body(edition))
    for group, box, inside, lines in zip(shown, boxes, inner, entries, strict=False):
        draw_card(sheet, box, group.short, MEASURE)
        if group.answers:
            _draw_chip(sheet, box.inner, _answer_words(edition, group))
        draw_entries(sheet, edition, inside, lines, size, edition.to_be_set)
    if len(groups) > len(shown):
        _draw_more(sheet, edition, boxes[-1], len(groups) - len(shown))


def _under_chip(inner: Box) -> Box:
    return Box(inner.x, inner.y + 16, inner.width, inner.height - 16)


def _answer_words(edition: Edition, group: MeasureGroup) -> str:
    numbers = edition.say(", ").join(map(str, group.answers))
    return edition.say("Answers obstacle {numbers}", numbers=numbers)


def _draw_more(sheet: Sheet, edition: Edition, box: Box, count: int) -> None:
    """That there are more groups than cards, over the right end of the arrow's line."""
    words = edition.put(
        message_plural(
            "{count} more group: see the actions", "{count} more groups: see the actions", count
        )
    )
    sheet.line(box.x + box.width, box.y - 7, words, Style(7.5, 400, "ink2"), "end")


def _draw_chip(sheet: Sheet, inner: Box, words: str) -> None:
    width = measure(words, _CHIP.size) + 10
    sheet.ornament(
        Rect(inner.x, inner.y - 1, width, 13, "sunken", Stroke("line2", 0.6), radius=2.5)
    )
    sheet.line(inner.x + 5, inner.y + 5.5, words, _CHIP)


def _draw_outcome(sheet: Sheet, edition: Edition, y: float, height: float) -> None:
    """KPIs, the schedule in small, what is to be decided."""
    free = edition.content_width - 2 * _GAP
    x = sheet.left
    kpi, schedule, decisions = (
        Box(x, y, free * 0.2, height),
        Box(x + free * 0.2 + _GAP, y, free * 0.49, height),
        Box(x + free * 0.69 + 2 * _GAP, y, free * 0.31, height),
    )
    measures, asked = kpi_entries(edition), decision_entries(edition)
    size = common_size([(decisions.inner, asked)], _body(edition))
    draw_card(sheet, kpi, edition.say("KPI"), PLAIN)
    draw_entries(sheet, edition, kpi.inner, measures, size - 1, edition.to_be_set)
    note = edition.say("with illustrations") if has_illustrations(edition) else ""
    draw_card(sheet, schedule, edition.say("Schedule"), PLAIN, note)
    draw_mini_schedule(sheet, edition, schedule.inner)
    draw_card(sheet, decisions, edition.say("Decisions requested"), DECISION)
    none = edition.say("No decision is recorded yet.")
    draw_entries(sheet, edition, decisions.inner, asked, size, none)
