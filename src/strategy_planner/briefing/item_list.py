"""Every item of the plan once, with its whole title."""

from collections.abc import Iterator

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.item_words import (
    KIND_WORDS,
    MUTED,
    NUMBER,
    latest_day,
    slack_cell,
    status_cell,
    written_cell,
)
from strategy_planner.briefing.register_list import register_table
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.model.records import Node, NodeKind

_ORDER: tuple[NodeKind, ...] = (
    "vision", "image", "area", "state", "milestone", "decision", "enabler", "action",
)  # fmt: skip
_SHARES = {"ja": (46, 76, 330, 96, 84, 70, 76, 58), "en": (44, 80, 296, 96, 92, 68, 102, 72)}


def item_pages(edition: Edition) -> Iterator[Page]:
    """The list by kind, from the vision to the actions, dropped items included; the register."""
    columns = _columns(edition)
    nodes = in_reading_order(edition)
    lines: list[Line] = [_row(edition, columns, node) for node in nodes]
    subtitle = edition.say("All {count} items with their whole titles", count=len(nodes))
    if not nodes:
        return
    items = TablePages(edition.say("All items"), subtitle, columns, lines)
    yield from table_pages(edition, items, register_table(edition))


def in_reading_order(edition: Edition) -> list[Node]:
    """All items by kind, from the vision to the actions, in the plan's order within each."""
    return [n for kind in _ORDER for n in edition.plan.nodes.values() if n.kind == kind]


def _columns(edition: Edition) -> list[Column]:
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
    wide = widths(edition.content_width, _SHARES[edition.language])
    return [
        Column(title, width, "end" if side == "end" else "start")
        for (title, side), width in zip(heads, wide, strict=True)
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
    return row(columns, cells, "lateWeak" if slack.is_late else None)


def _belongs_to(edition: Edition, node: Node) -> Cell:
    """The track, else the number of the item above."""
    track = edition.plan.tracks.get(node.track or "")
    if track is not None:
        return Cell(edition.text(track, "name"))
    parent = edition.plan.nodes.get(node.parent or "")
    return Cell(parent.number or parent.id) if parent is not None else Cell("—", MUTED)
