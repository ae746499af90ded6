"""The register: obstacles, risks, assumptions, signposts and trends with their whole titles."""

from collections.abc import Sequence

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.item_words import MUTED
from strategy_planner.briefing.table_pages import TablePages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.language import Message, message
from strategy_planner.model.records import RegisterItem, RegisterKind, RegisterState

_KINDS: dict[RegisterKind, Message] = {
    "obstacle": message("Obstacle"),
    "risk": message("Risk"),
    "assumption": message("Assumption"),
    "signpost": message("Signpost"),
    "trend": message("Trend"),
}
_STATES: dict[RegisterState, Message] = {
    "open": message("Open"),
    "holding": message("Holding"),
    "broken": message("Broken"),
    "closed": message("Closed"),
}
_SHARES = (70, 370, 130, 130, 70)


def register_table(edition: Edition) -> TablePages | None:
    """A table by kind; None where the register is empty."""
    wide = widths(edition.content_width, _SHARES)
    heads = (
        edition.say("Kind"),
        edition.say("Title"),
        edition.say("Concerns"),
        edition.say("Resolved by"),
        edition.say("State"),
    )
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    items = [i for kind in _KINDS for i in edition.plan.register.values() if i.kind == kind]
    items += [i for i in edition.plan.register.values() if i.kind is None]
    lines: list[Line] = [_row(edition, columns, item) for item in items]
    if not lines:
        return None
    title = edition.say("Obstacles, risks and assumptions")
    subtitle = edition.say("All {count} entries with their whole titles", count=len(items))
    return TablePages(title, subtitle, columns, lines)


def _row(edition: Edition, columns: list[Column], item: RegisterItem) -> Line:
    kind = edition.put(_KINDS[item.kind]) if item.kind else edition.to_be_set
    state = _STATES.get(item.state) if item.state else None
    shown = edition.put(state) if state else "—"
    cells = (
        Cell(kind),
        Cell(edition.text(item, "title")),
        _numbers(edition, item.touches),
        _numbers(edition, item.resolved_by),
        Cell(shown) if state else Cell(shown, MUTED),
    )
    return row(columns, cells)


def _numbers(edition: Edition, ids: Sequence[str]) -> Cell:
    """The numbers of the items among some records."""
    nodes = (edition.plan.nodes.get(id_) for id_ in ids)
    numbers = [node.number or node.id for node in nodes if node is not None]
    return Cell(edition.say(", ").join(numbers)) if numbers else Cell("—", MUTED)
