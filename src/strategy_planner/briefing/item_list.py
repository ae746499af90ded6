"""Every item of the plan once, with its whole title."""

from collections import Counter
from collections.abc import Iterator, Sequence

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.item_words import (
    KIND_WORDS,
    MUTED,
    NUMBER,
    latest_day,
    slack_cell,
    status_cell,
    written_cell,
)
from strategy_planner.briefing.paragraphs import CELL
from strategy_planner.briefing.references import Reference
from strategy_planner.briefing.register_list import register_table
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, line_height, row, widths
from strategy_planner.model.records import Node, NodeKind

_ORDER: tuple[NodeKind, ...] = (
    "vision", "image", "area", "state", "milestone", "decision", "enabler", "action",
)  # fmt: skip
_TITLE, _TRACK = 2, 3
_SPARE = 60.0
"""What the titles can give to the names of the tracks."""
_WORTHWHILE = 0.9
"""Up to which share of the usual height other widths are worth the shorter lines of the titles."""
_SHARES = {"ja": (46, 76, 330, 96, 84, 70, 76, 58), "en": (44, 80, 296, 96, 92, 68, 102, 72)}


def item_pages(edition: Edition) -> Iterator[Page]:
    """The list by kind, from the vision to the actions, dropped items included; the register."""
    nodes = in_reading_order(edition)
    usual, *others = (_table(edition, nodes, shares) for shares in _all_shares(edition))
    saving = [other for other in others if _height(other) < _WORTHWHILE * _height(usual)]
    columns, lines = (saving or [usual])[0]
    subtitle = edition.say("All {count} items with their whole titles", count=len(nodes))
    if not nodes:
        return
    items = TablePages(edition.say("All items"), subtitle, columns, lines)
    yield from table_pages(edition, items, register_table(edition))


def _table(
    edition: Edition, nodes: Sequence[Node], shares: Sequence[float]
) -> tuple[list[Column], list[Line]]:
    columns = _columns(edition, shares)
    return columns, [_row(edition, columns, node) for node in nodes]


def _height(table: tuple[list[Column], list[Line]]) -> float:
    return sum(map(line_height, table[1]))


def in_reading_order(edition: Edition) -> list[Node]:
    """All items by kind, from the vision to the actions, in the plan's order within each."""
    return [n for kind in _ORDER for n in edition.plan.nodes.values() if n.kind == kind]


def _columns(edition: Edition, shares: Sequence[float]) -> list[Column]:
    heads = (
        (edition.say("No."), "start"),
        (edition.say("Kind"), "start"),
        (edition.say("Title"), "start"),
        (edition.say("Track or parent"), "start"),
        (edition.say("Date as written"), "start"),
        (edition.say("Latest end"), "end"),
        (edition.say("Slack"), "end"),
        (edition.say("Status"), "start"),
    )
    wide = widths(edition.content_width, shares)
    return [
        Column(title, width, "end" if side == "end" else "start")
        for (title, side), width in zip(heads, wide, strict=True)
    ]


def _all_shares(edition: Edition) -> Iterator[list[float]]:
    """The usual widths in shares; those in which the longest name of a track has its line."""
    shares: list[float] = [*_SHARES[edition.language]]
    yield shares
    names = (edition.text(track, "name") for track in edition.plan.tracks.values())
    wanted = max((measure(name, CELL.size) for name in names), default=0.0) + 12
    more = min(wanted * sum(shares) / edition.content_width - shares[_TRACK], _SPARE)
    if more > 0:
        yield [
            share + {_TITLE: -more, _TRACK: more}.get(place, 0.0)
            for place, share in enumerate(shares)
        ]


def _row(edition: Edition, columns: list[Column], node: Node) -> Line:
    slack = slack_cell(edition, node)
    cells = (
        Cell(node.number or "", NUMBER),
        Cell(edition.put(KIND_WORDS[node.kind])),
        Cell(edition.item_title(node)),
        _belongs_to(edition, node),
        written_cell(edition, node),
        Cell(latest_day(edition, node) or "—"),
        slack.cell,
        status_cell(edition, node),
    )
    return row(columns, cells, "lateWeak" if slack.is_late else None, node.id)


def item_references(edition: Edition) -> dict[str, Reference]:
    """For each number that one item alone has, that its row is in this list."""
    numbers = Counter(node.number for node in edition.plan.nodes.values())
    return {
        node.number: Reference(node.id, edition.label(node.id))
        for node in edition.plan.nodes.values()
        if node.number and numbers[node.number] == 1
    }


def _belongs_to(edition: Edition, node: Node) -> Cell:
    """The track, else the number of the item above."""
    track = edition.plan.tracks.get(node.track or "")
    if track is not None:
        return Cell(edition.text(track, "name"))
    parent = edition.plan.nodes.get(node.parent or "")
    return Cell(parent.number or parent.id) if parent is not None else Cell("—", MUTED)
