"""How sure the targets are: the curve of each, its figures, what drives it, how it was computed."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import FlowSection, flow_pages
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.item_words import NUMBER
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.stack import Block, stack_section
from strategy_planner.briefing.table_pages import TablePages, table_section
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths

if TYPE_CHECKING:
    from strategy_planner.layout.charts.chance_data import ChanceCurve
    from strategy_planner.layout.charts.chart import Chart

_NAME, _LABEL, _VALUE = Style(12, 700), Style(8.5, 400, "ink2", 1.3), Style(10.5, 700, spacing=1.3)
_SURE = Style(16, 700, "accent", 1.3)
_FIGURES_WIDTH, _COLUMN_GAP, _PLOT, _GAP = 190.0, 18.0, 170.0, 4.0
_MOST_DRIVERS = 8


def chance_pages(edition: Edition) -> Iterator[Page]:
    """Nothing where no target has a date, and where nothing in the plan is uncertain."""
    if not edition.schedule.targets:
        return
    found = edition.analyses.simulation
    if found.uncertainty.is_none:
        return
    blocks = [_block(edition, target) for target in found.targets]
    title = edition.say("How sure the targets are")
    subtitle = edition.say("The chance of having arrived by each day")
    sections: list[FlowSection] = [stack_section(title, subtitle, blocks)]
    drivers = _drivers(edition)
    if drivers is not None:
        sections.append(table_section(edition, drivers))
    yield from flow_pages(edition, sections)


def method_of(edition: Edition) -> list[str]:
    """What every figure of the simulation rests on."""
    # numpy comes with it
    from strategy_planner.analysis.simulation.simulation_words import terms_in_words

    found = edition.analyses.simulation
    chances = [one.chance_by_target for one in found.targets.values()]
    return terms_in_words(found.terms, chances, edition.language)


def _block(edition: Edition, target: str) -> Block:
    from strategy_planner.layout.charts.chance import chance_chart
    from strategy_planner.layout.charts.chance_data import chance_curve_of
    from strategy_planner.layout.charts.options import paper_chart

    found, language = edition.analyses.simulation, edition.language
    method = tuple(method_of(edition)[:1])
    curve = chance_curve_of(edition.plan, found, target, method, language)
    room = edition.content_width - _FIGURES_WIDTH - _COLUMN_GAP
    options = paper_chart(room, _PLOT, era=edition.show_era)
    chart = chance_chart(curve, language, measure, options)
    width = edition.content_width
    head = fitted(edition.label(target), width, 2 * _NAME.line, _NAME, 9)
    figures = _figures(edition, curve)
    tall = max(chart.picture.height, sum(one.height for one in figures))
    height = head.height + _GAP + tall
    return Block(height, partial(_draw, edition, head, chart, figures))


def _figures(edition: Edition, curve: "ChanceCurve") -> list[Paragraph]:
    from strategy_planner.analysis.simulation.precision import shown_chance

    never = edition.say("in fewer than so many runs")
    lines = [
        (edition.say("Chance by {day}", day=edition.day(curve.target)),
         shown_chance(curve.chance, curve.samples), _SURE),
        *(
            (edition.say("With {percent} % certainty by", percent=one.percent),
             edition.day(one.day) if one.day else never, _VALUE)
            for one in curve.percentiles
        ),
        (edition.say("Ever"), shown_chance(curve.ever, curve.samples), _VALUE),
    ]  # fmt: skip
    found = []
    for label, value, style in lines:
        found.append(paragraph(label, _FIGURES_WIDTH, _LABEL))
        found.append(paragraph(value, _FIGURES_WIDTH, style))
    return found


def _draw(
    edition: Edition,
    head: Paragraph,
    chart: "Chart",
    figures: list[Paragraph],
    sheet: Sheet,
    y: float,
) -> None:
    with sheet.element("H2"):
        y = sheet.text(head, sheet.left, y) + _GAP
    picture = chart.picture
    with sheet.figure(chart.sentence, sheet.left, y, picture.width, picture.height):
        sheet.picture(picture.shapes, sheet.left, y)
    left = sheet.left + edition.content_width - _FIGURES_WIDTH
    for text in figures:
        y = sheet.text(text, left, y)


def _drivers(edition: Edition) -> TablePages | None:
    from strategy_planner.analysis.simulation.drivers import arriving_runs, drivers
    from strategy_planner.analysis.simulation.precision import shown_chance, shown_correlation

    found = edition.analyses.simulation
    told = drivers(found)[:_MOST_DRIVERS]
    if not told or found.driven is None:
        return None
    runs = arriving_runs(found, found.driven)
    heads = (
        edition.say("No."),
        edition.say("Item"),
        edition.say("On the driving chain"),
        edition.say("Correlation with the finish"),
    )
    wide = widths(edition.content_width, (46, 450, 130, 140))
    sides = ("start", "start", "end", "end")
    columns = [
        Column(head, width, "end" if side == "end" else "start")
        for head, width, side in zip(heads, wide, sides, strict=True)
    ]
    lines: list[Line] = []
    for one in told:
        node = edition.plan.nodes[one.item]
        cells = (
            Cell(node.number or "", NUMBER),
            Cell(edition.item_title(node)),
            Cell(shown_chance(one.criticality, runs)),
            Cell(shown_correlation(one.sensitivity, runs) if one.sensitivity else "—"),
        )
        lines.append(row(columns, cells))
    title = edition.say(
        "What drives {item}", item=edition.item_short(edition.plan.nodes[found.driven])
    )
    subtitle = edition.say("Where shorter or surer work would help most")
    return TablePages(title, subtitle, columns, lines, method_of(edition))
