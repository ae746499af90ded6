"""A chain as boxes from right to left, the vision as the wall at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.item_words import (
    KIND_WORDS,
    latest_day,
    must_start_cell,
    slack_cell,
    span_words,
    takes_time,
)
from strategy_planner.briefing.paragraphs import Style, fitted, one_line
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import Polygon, Polyline, Rect, Stroke
from strategy_planner.layout.tracks import track_colours, track_token
from strategy_planner.model.records import Node

_BOX_HEIGHT = 128.0
_GAP_X, _GAP_Y = 17.0, 20.0
_MOST_IN_ROW = 6
_PAD = 8.0
_NUMBER = Style(8, 500, "ink2")
_TITLE = Style(9.5, 700, spacing=1.32)
_FACT = Style(8, 400, "ink2", 1.35)
_FACT_STRONG = Style(8.5, 700)
_HEIGHT_OF_TITLE = 40.0


@dataclass(frozen=True, slots=True)
class ChainBoxes:
    """The boxes of a chain, the end first, and how many are in a row."""

    edition: Edition
    nodes: tuple[Node, ...]
    left_out: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-len(self.nodes) // _MOST_IN_ROW)

    @property
    def per_row(self) -> int:
        """How many boxes stand in a row: as even as may be, and never wider than a quarter."""
        return max(-(-len(self.nodes) // self.rows), 4)

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self.rows * (_BOX_HEIGHT + _GAP_Y) - _GAP_Y

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the boxes from the right; the y under them."""
        width = (self.edition.content_width - (self.per_row - 1) * _GAP_X) / self.per_row
        with sheet.element("L", numbered=True):
            for index, node in enumerate(self.nodes):
                line, place = divmod(index, self.per_row)
                left = x + self.edition.content_width - (place + 1) * width - place * _GAP_X
                top = y + line * (_BOX_HEIGHT + _GAP_Y)
                with sheet.element("LI"):
                    _draw_box(sheet, self.edition, node, left, top, width)
                if index + 1 < len(self.nodes):
                    if place < self.per_row - 1:
                        _draw_arrow(sheet, left, top)
                    else:
                        _draw_elbow(sheet, left + width / 2, sheet.right - width / 2, top)
        return y + self.height


def chain_boxes(edition: Edition, chain: Sequence[str], above: float) -> ChainBoxes:
    """The boxes of a chain given from its first cause; the middle gives way to the room."""
    nodes = [edition.plan.nodes[node_id] for node_id in reversed(chain)]
    rows = int((edition.content_height - above + _GAP_Y) // (_BOX_HEIGHT + _GAP_Y))
    most = max(1, rows) * _MOST_IN_ROW
    kept = nodes if len(nodes) <= most else [*nodes[: most - 2], *nodes[-2:]]
    return ChainBoxes(edition, tuple(kept), len(nodes) - len(kept))


def _draw_box(sheet: Sheet, edition: Edition, node: Node, x: float, y: float, width: float) -> None:
    slack = slack_cell(edition, node)
    is_vision = node.kind == "vision"
    fill, edge = ("accent", "accent") if is_vision else ("surface", "control")
    if slack.is_late and not is_vision:
        fill, edge = "lateWeak", "late"
    heavy = 1.6 if slack.is_late else 1.0
    sheet.ornament(Rect(x, y, width, _BOX_HEIGHT, fill, Stroke(edge, heavy), radius=3))
    if not is_vision:
        colour = track_token(track_colours(edition.plan)[node.track], "solid")
        sheet.ornament(Rect(x + 1, y + 1, 4.5, _BOX_HEIGHT - 2, colour))
    left, room = x + _PAD + (0 if is_vision else 4), width - 2 * _PAD - (0 if is_vision else 4)
    head = " ".join(filter(None, (node.number, edition.put(KIND_WORDS[node.kind]))))
    with sheet.element("Lbl"):
        sheet.line(left, y + 12, one_line(head, room, _NUMBER), _on(_NUMBER, is_vision))
    title = fitted(edition.item_short(node), room, _HEIGHT_OF_TITLE, _on(_TITLE, is_vision), 7.2)
    with sheet.element("LBody"):
        with sheet.element("P"):
            sheet.text(title, left, y + 19)
        _draw_facts(sheet, edition, node, left, y + 19 + _HEIGHT_OF_TITLE + 2, room)


def _draw_facts(
    sheet: Sheet, edition: Edition, node: Node, x: float, y: float, room: float
) -> None:
    """Must start by, span at the earliest, slack; a day is wrapped and never cut."""
    on_wall = node.kind == "vision"
    fact, strong = _on(_FACT, on_wall), _on(_FACT_STRONG, on_wall)
    slack = slack_cell(edition, node)
    if takes_time(edition, node):
        first = edition.say("Must start by {day}", day=must_start_cell(edition, node).text)
    else:
        first = edition.say("By {day}", day=latest_day(edition, node) or edition.to_be_set)
    colour = "onAccent" if on_wall else ("late" if slack.is_late else "ink")
    coloured = replace(strong, colour=colour)
    with sheet.element("P"):
        y = sheet.text(fitted(first, room, 2.05 * strong.line, coloured, 7.2), x, y)
    span = edition.say("Earliest {span}", span=span_words(edition, node) or edition.to_be_set)
    with sheet.element("P"):
        y = sheet.text(fitted(span, room, 2.05 * fact.line, fact, 7.2), x, y + 1) + 8
    words = (
        slack.cell.text if slack.is_late else edition.say("Slack {slack}", slack=slack.cell.text)
    )
    if slack.is_late:
        if on_wall:
            sheet.ornament(Rect(x - 2, y - 6, 13, 12, "surface", radius=3))
        sheet.ornament(*severity_mark("error", x + 4.5, y, 9))
        x, room = x + 14, room - 14
    with sheet.element("P"):
        sheet.line(x, y, one_line(words, room, coloured), coloured)


def _on(style: Style, on_wall: bool) -> Style:
    return replace(style, colour="onAccent") if on_wall else style


def _draw_arrow(sheet: Sheet, left: float, top: float) -> None:
    """From the box at the left towards the one at its right."""
    middle = top + _BOX_HEIGHT / 2
    start, tip = left - _GAP_X + 2, left - 2
    sheet.ornament(
        Polyline(((start, middle), (tip - 5, middle)), Stroke("link", 1.5)),
        Polygon(((tip - 6, middle - 3.6), (tip, middle), (tip - 6, middle + 3.6)), "link"),
    )


def _draw_elbow(sheet: Sheet, x: float, below: float, top: float) -> None:
    """From the first box of the row below up to the last one of this row."""
    foot = top + _BOX_HEIGHT + 2
    middle = foot + _GAP_Y / 2 - 1
    line = ((below, foot + _GAP_Y - 4), (below, middle), (x, middle), (x, foot + 6))
    sheet.ornament(
        Polyline(line, Stroke("link", 1.5), 4),
        Polygon(((x - 3.6, foot + 6), (x, foot), (x + 3.6, foot + 6)), "link"),
    )
