"""概要: the plan on one page, from the background to what is to be decided."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.action_table import has_illustrations
from strategy_planner.briefing.cards import (
    DECISION,
    GOAL,
    MEASURE,
    PLAIN,
    SIZES,
    Box,
    Entry,
    Look,
    card_height,
    draw_card,
    draw_entries,
    head_height,
)
from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.gist import draw_gist
from strategy_planner.briefing.measure_groups import MeasureGroup, measure_groups
from strategy_planner.briefing.mini_schedule import draw_mini_schedule, schedule_height
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
_WHY_SHARES = (0.278, 0.388, 0.334)
"""Of background, society and obstacles, where nothing speaks for others."""
_LEAST_SHARE, _SHARE_STEP = 0.24, 0.02
_OUTCOME_SHARES = (0.22, 0.44, 0.34)
_CHIP = Style(8, 400, "ink2")
_CHIP_ROOM = 16.0


def summary_pages(edition: Edition) -> Iterator[Page]:
    """Exactly one page, whatever the plan."""
    title = edition.say("Summary")
    yield Page(title, edition.title, partial(_draw, edition=edition), (title,))


def _draw(sheet: Sheet, edition: Edition) -> None:
    top = draw_gist(sheet, edition, CONTENT_TOP) + _GAP
    free = edition.content_bottom - 3 - top - 2 * _GAP - 8
    rows = (_why_row(edition), _measure_row(edition), _outcome_row(edition))
    size, heights = _sized(rows, edition, free)
    for row, height in zip(rows, heights, strict=True):
        boxes = _boxes(sheet, row, size, top, height)
        for card, box in zip(row.cards, boxes, strict=True):
            _draw_card(sheet, edition, card, box, size, under_chip=row.has_chips)
        top += height + _GAP
        if row is rows[0]:
            _draw_arrows(sheet, boxes)
            _arrow_down(sheet, edition, top - _GAP + 3)
            top += 8
        elif row.left_out and row is rows[1]:
            _draw_more(sheet, edition, boxes[-1], row.left_out)


@dataclass(frozen=True, slots=True)
class _Card:
    """What stands on a card; ``draw`` instead of entries where it holds a figure."""

    title: str
    look: Look
    entries: Sequence[Entry]
    empty: str
    at_least: int = 4
    """So many entries are to be seen before the others are only counted."""
    gives_way: bool = True
    """Whether fewer do where the page is too full."""
    chip: str = ""
    note: str = ""
    draw: Callable[[Sheet, Edition, Box], None] | None = None
    drawn: float = 0.0
    """The height that the figure takes at least."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Cards side by side; ``shares`` of the width are None where they follow the texts."""

    cards: Sequence[_Card]
    width: float
    gap: float
    shares: Sequence[float] | None
    left_out: int = 0

    @property
    def has_chips(self) -> bool:
        return any(card.chip for card in self.cards)

    def widths(self, size: float) -> list[float]:
        """The widths of the cards with text of a size."""
        free = self.width - self.gap * (len(self.cards) - 1)
        shares = self.shares or _fair_shares(self, free, size)
        return [free * share for share in shares]

    def needs(self, size: float, most: int) -> float:
        """The height in which no card leaves out what it is to show, of some ``most`` entries."""
        widths = self.widths(size)
        chip = _CHIP_ROOM if self.has_chips else 0.0
        inner = max(_need(c, w, size, most) for c, w in zip(self.cards, widths, strict=True))
        return self.head(widths) + chip + inner

    def head(self, widths: Sequence[float]) -> float:
        """The height of the strips."""
        titles = zip(self.cards, widths, strict=True)
        return max(head_height([card.title], width) for card, width in titles)


def _need(card: _Card, width: float, size: float, most: int = 4) -> float:
    at_least = min(card.at_least, most) if card.gives_way else card.at_least
    return max(card_height(card.entries, width, size, at_least), card.drawn)


def _fair_shares(row: _Row, free: float, size: float) -> Sequence[float]:
    """The shares with which the tallest of three cards is lowest, the usual ones where equal."""
    steps = [_LEAST_SHARE + _SHARE_STEP * n for n in range(15)]
    options = [_WHY_SHARES] + [
        (first, second, 1 - first - second)
        for first in steps
        for second in steps
        if 1 - first - second >= _LEAST_SHARE - 1e-9
    ]

    def cost(shares: tuple[float, ...]) -> tuple[float, float]:
        tallest = max(_need(c, free * s, size) for c, s in zip(row.cards, shares, strict=True))
        return tallest, sum(abs(a - b) for a, b in zip(shares, _WHY_SHARES, strict=True))

    return min(options, key=cost)


def _sized(rows: Sequence[_Row], edition: Edition, free: float) -> tuple[float, list[float]]:
    """The size of all text and the heights of the rows.

    The largest size in which each row has what it needs; else the least one with fewer entries,
    and what has no room is counted.
    """
    largest = 13.0 if edition.paper == "A3" else 10.5
    sizes = [size for size in SIZES if size <= largest]
    for size, most in (*((size, 4) for size in sizes), (SIZES[-1], 3), (SIZES[-1], 2)):
        needs = [row.needs(size, most) for row in rows]
        if sum(needs) <= free:
            return size, _filled([row.needs(size, 4) for row in rows], needs, free)
    return SIZES[-1], [free * need / sum(needs) for need in needs]


def _filled(wanted: Sequence[float], needs: list[float], free: float) -> list[float]:
    """The heights with what is left over: for a row that had to leave out entries, then for all."""
    for place, height in enumerate(wanted):
        if sum(needs) - needs[place] + height <= free:
            needs[place] = height
    spare = free - sum(needs)
    return [need + spare / len(needs) for need in needs]


def _boxes(sheet: Sheet, row: _Row, size: float, y: float, height: float) -> list[Box]:
    widths = row.widths(size)
    head, x = row.head(widths), sheet.left
    boxes = []
    for width in widths:
        boxes.append(Box(x, y, width, height, head))
        x += width + row.gap
    return boxes


def _draw_card(
    sheet: Sheet, edition: Edition, card: _Card, box: Box, size: float, *, under_chip: bool
) -> None:
    draw_card(sheet, box, card.title, card.look, card.note)
    if card.draw is not None:
        card.draw(sheet, edition, box.inner)
        return
    if card.chip:
        _draw_chip(sheet, box.inner, card.chip)
    inner = _under_chip(box.inner) if under_chip else box.inner
    draw_entries(sheet, edition, inner, card.entries, size, card.empty)


def _why_row(edition: Edition) -> _Row:
    """Background, what society is to look like, what stands in the way."""
    heads = (
        (edition.say("Background"), PLAIN, background_entries(edition)),
        (_goal_head(edition), GOAL, image_entries(edition)),
        (edition.say("Obstacles"), PLAIN, obstacle_entries(edition)),
    )
    cards = [_Card(title, look, entries, edition.to_be_set) for title, look, entries in heads]
    return _Row(cards, edition.content_width, _ARROW_GAP, None)


def _draw_arrows(sheet: Sheet, boxes: Sequence[Box]) -> None:
    """From each card to the next."""
    for box in boxes[:-1]:
        x, middle = box.x + box.width, box.y + box.height / 2
        tip = Polygon(((x + 4, middle - 9), (x + 13, middle), (x + 4, middle + 9)), "accent")
        sheet.ornament(tip)


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


def _measure_row(edition: Edition) -> _Row:
    """The groups of measures, as many as have room side by side."""
    groups = measure_groups(edition)
    shown = groups[:_MOST_GROUPS]
    cards = [
        _Card(
            group.short,
            MEASURE,
            measure_entries(edition, group),
            edition.to_be_set,
            at_least=3,
            chip=_answer_words(edition, group) if group.answers else "",
        )
        for group in shown
    ] or [_Card(edition.say("Measures"), MEASURE, [], edition.to_be_set)]
    shares = [1 / len(cards)] * len(cards)
    return _Row(cards, edition.content_width, _GAP, shares, len(groups) - len(shown))


def _under_chip(inner: Box) -> Box:
    return Box(inner.x, inner.y + _CHIP_ROOM, inner.width, inner.height - _CHIP_ROOM)


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
    sheet.line(box.x + box.width, box.y - 9, words, Style(7.5, 400, "ink2"), "end")


def _draw_chip(sheet: Sheet, inner: Box, words: str) -> None:
    width = measure(words, _CHIP.size) + 10
    sheet.ornament(
        Rect(inner.x, inner.y - 1, width, 13, "sunken", Stroke("line2", 0.6), radius=2.5)
    )
    sheet.line(inner.x + 5, inner.y + 5.5, words, _CHIP)


def _outcome_row(edition: Edition) -> _Row:
    """KPIs, the schedule in small, what is to be decided."""
    note = edition.say("with illustrations") if has_illustrations(edition) else ""
    none = edition.say("No decision is recorded yet.")
    cards = (
        _Card(edition.say("KPI"), PLAIN, kpi_entries(edition), edition.to_be_set, at_least=3),
        _Card(
            edition.say("Schedule"),
            PLAIN,
            [],
            "",
            note=note,
            draw=draw_mini_schedule,
            drawn=schedule_height(edition) + 10,
        ),
        _Card(
            edition.say("Decisions requested"),
            DECISION,
            decision_entries(edition),
            none,
            gives_way=False,
        ),
    )
    return _Row(cards, edition.content_width, _GAP, _OUTCOME_SHARES)
