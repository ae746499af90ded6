"""All measures by track: who, when as written, when at the earliest, by when at the latest."""

from collections.abc import Iterator

from strategy_planner.briefing.answers.kpis import drawn_kpis
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.finding_strip import finding_strip
from strategy_planner.briefing.item_words import (
    NUMBER,
    known_cell,
    must_start_cell,
    slack_cell,
    span_words,
    status_cell,
    track_group,
    written_cell,
)
from strategy_planner.briefing.kpi_table import kpi_table
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, Row, row, widths
from strategy_planner.layout.tracks import ordered_tracks, track_colours
from strategy_planner.model.records import Node

MEASURES = frozenset({"action", "decision", "enabler", "milestone"})
"""The kinds that somebody carries out, against those that come true."""
_ILLUSTRATION = "例示"
_SHARES = {
    "ja": (44, 220, 92, 82, 122, 60, 78, 54, 56),
    "en": (42, 166, 104, 80, 124, 78, 100, 54, 70),
}


def action_pages(edition: Edition) -> Iterator[Page]:
    """The table by track, in the plan's order within each, and below it KPIs without a chart."""
    has_charts = "kpis" in edition.sections and bool(drawn_kpis(edition))
    kpis = None if has_charts else kpi_table(edition)
    yield from table_pages(edition, _action_table(edition), kpis)


def _action_table(edition: Edition) -> TablePages | None:
    columns = _columns(edition)
    lines = _lines(edition, columns)
    if not any(isinstance(line, Row) for line in lines):
        return None
    return TablePages(
        edition.say("Actions"),
        edition.say("By track"),
        columns,
        lines,
        _notes(edition),
        finding_strip(edition),
    )


def _columns(edition: Edition) -> list[Column]:
    unit = edition.text(edition.plan.settings, "money_unit")
    heads = (
        (edition.say("No."), "start", ""),
        (edition.say("Measure"), "start", ""),
        (edition.say("Owner"), "start", ""),
        (edition.say("Date as written"), "start", ""),
        (edition.say("Earliest dates"), "start", ""),
        (edition.say("Must start by"), "end", ""),
        (edition.say("Slack"), "end", ""),
        (edition.say("Budget"), "end", unit and edition.say("({unit})", unit=unit)),
        (edition.say("Status"), "start", ""),
    )
    wide = widths(edition.content_width, _SHARES[edition.language])
    return [
        Column(title, width, "end" if side == "end" else "start", note)
        for (title, side, note), width in zip(heads, wide, strict=True)
    ]


def _lines(edition: Edition, columns: list[Column]) -> list[Line]:
    plan, colours = edition.plan, track_colours(edition.plan)
    by_track: dict[str | None, list[Node]] = {}
    for node in plan.nodes.values():
        if node.kind in MEASURES:
            by_track.setdefault(node.track, []).append(node)
    lines: list[Line] = []
    for track_id in (*(track.id for track in ordered_tracks(plan)), None):
        nodes = by_track.get(track_id)
        if not nodes:
            continue
        track = plan.tracks[track_id] if track_id is not None else None
        name = edition.text(track, "name") if track else edition.say("Without a track")
        lines.append(track_group(edition, name, colours[track_id], len(nodes)))
        lines += [_row(edition, columns, node) for node in nodes]
    return lines


def _row(edition: Edition, columns: list[Column], node: Node) -> Row:
    slack = slack_cell(edition, node)
    cells = (
        Cell(node.number or "", NUMBER),
        Cell(edition.item_title(node)),
        known_cell(edition, edition.owner(node)),
        written_cell(edition, node),
        _span_cell(edition, node),
        must_start_cell(edition, node),
        slack.cell,
        known_cell(edition, _budget(node)),
        status_cell(edition, node),
    )
    return row(columns, cells, "lateWeak" if slack.is_late else None)


def _span_cell(edition: Edition, node: Node) -> Cell:
    """The earliest dates, unless nothing is said from which they could follow."""
    required = any(link.relation == "requires" for link in edition.plan.links_into(node.id))
    if node.duration is None and node.date is None and not required and not node.is_done:
        return known_cell(edition, "")
    return known_cell(edition, span_words(edition, node))


def _budget(node: Node) -> str:
    if node.budget:
        return f"{sum(amount for _, amount in node.budget):,}"
    return f"{node.cost:,}" if node.cost is not None else ""


def _notes(edition: Edition) -> list[str]:
    notes = [
        edition.say(
            "“Must start by” is the last day to begin without making the vision late. "
            "An item with no duration counts as taking no time."
        ),
        edition.say(
            "“Around” binds nobody. Too late, and slack under 60 days, stand with sign and word."
        ),
    ]
    if has_illustrations(edition):
        notes.append(illustration_note(edition))
    return notes


def has_illustrations(edition: Edition) -> bool:
    """Whether some item is marked as made up to show the method."""
    return any(_ILLUSTRATION in node.tags for node in edition.plan.nodes.values())


def illustration_note(edition: Edition) -> str:
    """Said where items are marked as made up to show the method."""
    return edition.say(
        "This plan contains illustrations: durations, owners and amounts marked as such are "
        "not in the sources."
    )
