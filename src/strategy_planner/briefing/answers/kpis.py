"""KPI pages: two on a page, the charts at the left and the figures at the right (VISUAL 10)."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from strategy_planner.analysis.kpis.figures import given_value
from strategy_planner.analysis.kpis.reasons import gap_in_words, why_grade
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import FlowSection, flow_pages
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.item_words import MUTED, NUMBER, known_cell
from strategy_planner.briefing.kpi_table import is_set, kpi_table
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.stack import Block, stack_section
from strategy_planner.briefing.table_pages import TablePages, table_section
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.options import paper_chart
from strategy_planner.layout.charts.trajectory import trajectory_chart
from strategy_planner.layout.charts.trajectory_data import trajectory_of
from strategy_planner.layout.charts.wedge import wedge_chart
from strategy_planner.layout.charts.wedge_data import wedges_of
from strategy_planner.model.records import Kpi

_NAME, _ITEM = Style(12, 700), Style(9, 400, "ink2")
_LABEL, _VALUE, _SAID = Style(8.5, 400, "ink2", 1.3), Style(9.5, 700, spacing=1.3), Style(8.5)
_FIGURES_WIDTH = 170.0
_COLUMN_GAP = 16.0
_PLOT = 150.0
_GAP = 4.0


def kpi_pages(edition: Edition) -> Iterator[Page]:
    """Charts, then all values in a table, then what has none.

    Where no KPI has enough of a course to be drawn, the table stands under the actions, unless
    these are left out of the pack.
    """
    drawn = drawn_kpis(edition)
    if not drawn and "actions" in edition.sections:
        return
    sections: list[FlowSection] = []
    if drawn:
        title = edition.say("KPI charts")
        subtitle = edition.say("Needed, measured and expected, by fiscal year")
        blocks = [_block(edition, kpi) for kpi in drawn]
        sections.append(stack_section(title, subtitle, blocks))
    tables = (kpi_table(edition), _to_be_set(edition))
    sections += [table_section(edition, table) for table in tables if table]
    yield from flow_pages(edition, sections)


def drawn_kpis(edition: Edition) -> list[Kpi]:
    """The KPIs of which at least two years can be drawn."""
    standings = edition.analyses.kpis
    return [kpi for kpi in edition.plan.kpis.values() if len(standings[kpi.id].years) > 1]


def _to_be_set(edition: Edition) -> TablePages | None:
    waiting = [kpi for kpi in edition.plan.kpis.values() if not is_set(edition, kpi)]
    if not waiting:
        return None
    heads = (edition.say("No."), edition.say("Item"), edition.say("KPI"), edition.say("Unit"))
    wide = widths(edition.content_width, (46, 320, 300, 100))
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    lines: list[Line] = []
    for kpi in waiting:
        node = edition.plan.nodes.get(kpi.node or "")
        cells = (
            Cell((node.number or "") if node else "", NUMBER),
            Cell(edition.item_short(node)) if node else Cell("—", MUTED),
            known_cell(edition, edition.text(kpi, "name")),
            known_cell(edition, edition.text(kpi, "unit")),
        )
        lines.append(row(columns, cells))
    title = edition.say("KPIs to be set")
    return TablePages(title, edition.say("No value is known of them yet"), columns, lines)


def _block(edition: Edition, kpi: Kpi) -> Block:
    standing = edition.analyses.kpis[kpi.id]
    node = edition.plan.nodes.get(kpi.node or "")
    width = edition.content_width
    name, unit = edition.text(kpi, "name") or kpi.id, edition.text(kpi, "unit")
    if unit:
        name = edition.say("{name} ({unit})", name=name, unit=unit)
    # Whole names stand in the table.
    head = [fitted(name, width, 2 * _NAME.line, _NAME, 9)]
    if node is not None:
        head.append(fitted(edition.label(node.id), width, 2 * _ITEM.line, _ITEM, 8))
    charts = _charts(edition, kpi, standing)
    figures = _figures(edition, kpi, standing)
    tall = max(*(chart.picture.height for chart in charts), sum(one.height for one in figures))
    height = sum(one.height for one in head) + _GAP + tall
    return Block(height, partial(_draw, edition, head, charts, figures))


def _charts(edition: Edition, kpi: Kpi, standing: KpiStanding) -> list[Chart]:
    """The trajectory, and beside it what the actions add, where any do."""
    plan, language = edition.plan, edition.language
    has_wedges = standing.forecast is not None and bool(standing.forecast.additions)
    room = edition.content_width - _FIGURES_WIDTH - _COLUMN_GAP
    if has_wedges:
        room = (room - _COLUMN_GAP) / 2
    options = paper_chart(room, _PLOT, era=edition.show_era)
    data = trajectory_of(plan, kpi, standing, edition.schedule.status_date, language)
    charts = [trajectory_chart(data, language, measure, options)]
    if has_wedges:
        wedges = wedges_of(plan, kpi, standing, language)
        charts.append(wedge_chart(wedges, language, measure, options))
    return charts


def _figures(edition: Edition, kpi: Kpi, standing: KpiStanding) -> list[Paragraph]:
    unknown, last = edition.to_be_set, standing.last
    measured = goal = gap = unknown
    if last is not None and last.value is not None:
        measured = _dated(edition, last.value, last.date)
    if kpi.target is not None:
        goal = _dated(edition, kpi.target[1], kpi.target[0])
    if standing.gap is not None:
        gap = edition.put(gap_in_words(standing.gap))
    comes = standing.reaches_target_on
    lines = [
        (edition.say("Target"), goal),
        (edition.say("Latest value"), measured),
        (edition.say("Against what is needed"), gap),
        (edition.say("Reaches its target on"), edition.day(comes) if comes else unknown),
    ]
    found = []
    for label, value in lines:
        found.append(paragraph(label, _FIGURES_WIDTH, _LABEL))
        found.append(paragraph(value, _FIGURES_WIDTH, _VALUE))
    found.append(paragraph(edition.put(why_grade(standing)), _FIGURES_WIDTH, _SAID))
    return found


def _dated(edition: Edition, value: float, day: dt.date | None) -> str:
    shown = given_value(value)
    if day is None:
        return edition.say("{value} (date to be set)", value=shown)
    return edition.say("{value} ({day})", value=shown, day=edition.figures(day))


def _draw(
    edition: Edition,
    head: list[Paragraph],
    charts: list[Chart],
    figures: list[Paragraph],
    sheet: Sheet,
    y: float,
) -> None:
    with sheet.element("H2"):
        y = sheet.text(head[0], sheet.left, y)
    for text in head[1:]:
        y = sheet.text(text, sheet.left, y)
    y += _GAP
    x = sheet.left
    for chart in charts:
        picture = chart.picture
        with sheet.figure(chart.sentence, x, y, picture.width, picture.height):
            sheet.picture(picture.shapes, x, y)
        x += picture.width + _COLUMN_GAP
    left = sheet.left + edition.content_width - _FIGURES_WIDTH
    for text in figures:
        y = sheet.text(text, left, y)
