"""All measures of success: where they stand, from where to where, and the latest value."""

import datetime as dt

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.item_list import in_reading_order
from strategy_planner.briefing.item_words import MUTED, NUMBER, known_cell
from strategy_planner.briefing.table_pages import TablePages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.model.records import Kpi, Measurement, Number

_SHARES = (46, 200, 170, 84, 96, 96, 96)


def kpi_table(edition: Edition) -> TablePages | None:
    """A table of the KPIs that have a value; None without any."""
    columns = _columns(edition)
    lines: list[Line] = [
        _row(edition, columns, kpi) for kpi in _by_item(edition) if is_set(edition, kpi)
    ]
    if not lines:
        return None
    title, subtitle = edition.say("KPIs"), edition.say("Baseline, target and latest value")
    return TablePages(title, subtitle, columns, lines)


def _columns(edition: Edition) -> list[Column]:
    heads = (
        (edition.say("No."), False),
        (edition.say("KPI"), False),
        (edition.say("Item"), False),
        (edition.say("Unit"), False),
        (edition.say("Baseline"), True),
        (edition.say("Target"), True),
        (edition.say("Latest value"), True),
    )
    wide = widths(edition.content_width, _SHARES)
    return [
        Column(head, width, "end" if is_figure else "start")
        for (head, is_figure), width in zip(heads, wide, strict=True)
    ]


def _by_item(edition: Edition) -> list[Kpi]:
    """In the order in which the pack lists their items; what measures no item comes last."""
    places = {node.id: place for place, node in enumerate(in_reading_order(edition))}
    kpis = edition.plan.kpis.values()
    return sorted(kpis, key=lambda kpi: places.get(kpi.node or "", len(places)))


def is_set(edition: Edition, kpi: Kpi) -> bool:
    """Whether any value of a KPI is known."""
    return kpi.baseline is not None or kpi.target is not None or _latest(edition, kpi) is not None


def _row(edition: Edition, columns: list[Column], kpi: Kpi) -> Line:
    node = edition.plan.nodes.get(kpi.node or "")
    latest = _latest(edition, kpi)
    cells = (
        Cell((node.number or "") if node else "", NUMBER),
        known_cell(edition, edition.text(kpi, "name")),
        Cell(edition.item_short(node)) if node else Cell("—", MUTED),
        known_cell(edition, edition.text(kpi, "unit")),
        _point(edition, kpi.baseline),
        _point(edition, kpi.target),
        _point(
            edition, (latest.date, latest.value) if latest and latest.value is not None else None
        ),
    )
    return row(columns, cells)


def _point(edition: Edition, point: tuple[dt.date | None, Number] | None) -> Cell:
    """A value over its day."""
    if point is None:
        return Cell(edition.to_be_set, MUTED)
    day = edition.figures(point[0])
    return Cell(f"{point[1]:,}\n{day}" if day else f"{point[1]:,}")


def _latest(edition: Edition, kpi: Kpi) -> Measurement | None:
    """The measurement with the latest day."""
    own = [m for m in edition.plan.measurements.values() if m.kpi == kpi.id and m.date is not None]
    return max(own, key=lambda m: m.date or dt.date.min, default=None)
