"""The last pages: where everything was read, and how the pack is to be read."""

from collections.abc import Iterator, Sequence
from functools import partial

from strategy_planner.briefing.action_table import has_illustrations, illustration_note
from strategy_planner.briefing.answers.glossary import GLOSSARY
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import FlowSection, Portion, flow_pages
from strategy_planner.briefing.item_words import NUMBER
from strategy_planner.briefing.missing_characters import missing_characters
from strategy_planner.briefing.paragraphs import Paragraph, Style, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.table_pages import TablePages, table_section
from strategy_planner.briefing.tables import Cell, Column, row, widths
from strategy_planner.calendars.formatting import show_fiscal_year
from strategy_planner.model.records import PlanSettings

_TEXT = Style(9.5, spacing=1.5)
_GAP = 5.0
_COLUMN_GAP = 28.0


def annex_pages(edition: Edition) -> Iterator[Page]:
    """Sources by item, then the conventions and the glossary."""
    sources = _source_table(edition)
    sections = [table_section(edition, sources)] if sources else []
    return flow_pages(edition, [*sections, _conventions_section(edition), _glossary(edition)])


def _source_table(edition: Edition) -> TablePages | None:
    wide = widths(edition.content_width, (46, 250, 440))
    heads = (edition.say("No."), edition.say("Item"), edition.say("Source"))
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    lines = [
        row(columns, (Cell(number, NUMBER), Cell(title), Cell(source)))
        for number, title, source in _sources(edition)
    ]
    if not lines:
        return None
    subtitle = edition.say("Where each item was read")
    return TablePages(edition.say("Sources"), subtitle, columns, lines)


def _sources(edition: Edition) -> Iterator[tuple[str, str, str]]:
    for node in edition.plan.nodes.values():
        if source := edition.text(node, "source"):
            yield node.number or "", edition.item_short(node), source
    for measurement in edition.plan.measurements.values():
        kpi = edition.plan.kpis.get(measurement.kpi or "")
        if kpi is not None and (source := edition.text(measurement, "source")):
            name = edition.text(kpi, "name")
            yield "KPI", f"{name} {edition.figures(measurement.date)}", source


def _conventions_section(edition: Edition) -> FlowSection:
    title, subtitle = edition.say("How to read this pack"), edition.say("Conventions and method")
    texts = tuple(_conventions(edition))
    return FlowSection(title, subtitle, partial(_column_portions, edition, texts))


def _glossary(edition: Edition) -> FlowSection:
    texts = tuple(
        edition.say("{term}: {meaning}.", term=edition.put(term), meaning=edition.put(meaning))
        for term, meaning in GLOSSARY
    )
    title, subtitle = edition.say("Glossary"), edition.say("What the words of this pack mean")
    return FlowSection(title, subtitle, partial(_column_portions, edition, texts))


def _column_portions(
    edition: Edition, texts: Sequence[str], first_room: float, room: float
) -> Sequence[Portion]:
    """In two columns; they begin under something else only where all of them have room there."""
    width = (edition.content_width - _COLUMN_GAP) / 2
    waiting = [paragraph(text, width, _TEXT) for text in texts]
    portions: list[Portion] = []
    while waiting:
        most = _even_room(waiting, room if portions else first_room)
        columns = [_column(waiting, most) for _ in range(2)]
        height = max(sum(text.height + _GAP for text in column) for column in columns)
        draw = partial(_draw, columns=columns, step=width + _COLUMN_GAP)
        portions.append(Portion(height, draw))
        if waiting and first_room < room:
            return ()
    return portions


def _even_room(waiting: Sequence[Paragraph], most: float) -> float:
    """The least height in which two columns hold everything, so that they end side by side."""
    room = min(sum(text.height + _GAP for text in waiting) / 2, most)
    while room < most:
        rest = list(waiting)
        for _ in range(2):
            _column(rest, room)
        if not rest:
            break
        room += _TEXT.line
    return min(room, most)


def _column(waiting: list[Paragraph], room: float) -> list[Paragraph]:
    """Take from what waits as many paragraphs as fit; only one longer than a column is torn."""
    taken: list[Paragraph] = []
    while waiting and room >= waiting[0].style.line:
        if taken and waiting[0].height > room:
            break
        whole = waiting.pop(0)
        kept, rest = whole.split(room)
        taken.append(kept)
        room -= kept.height + _GAP
        if rest.lines:
            waiting.insert(0, rest)
            break
    return taken


def _draw(sheet: Sheet, top: float, columns: list[list[Paragraph]], step: float) -> None:
    for index, column in enumerate(columns):
        y = top
        for text in column:
            y = sheet.text(text, sheet.left + index * step, y) + _GAP


def _conventions(edition: Edition) -> Iterator[str]:
    settings = edition.plan.settings
    yield edition.say(
        "Status date: {day}. All figures in this pack come from one calculation on that day.",
        day=edition.day(edition.schedule.status_date),
    )
    yield _fiscal_year_words(edition, settings)
    yield edition.say(
        "Earliest dates run forward from the status date; latest dates run backward from the "
        "vision. Their difference is the slack, which may be used up without making the vision "
        "late."
    )
    yield edition.say(
        "“Must start by” is the last day on which an item may begin. “Short” says by how much "
        "an item would come too late as planned."
    )
    yield edition.say(
        "Only what is required carries dates from one item to the next; what contributes or "
        "informs does not."
    )
    yield edition.say(
        "Dates are printed as they were written. “Around” and vague dates bind nothing; a written "
        "date of a committed kind does. An item without a duration counts as taking no time."
    )
    yield edition.say(
        "What is not known yet is printed as “{unknown}”, never as 0.", unknown=edition.to_be_set
    )
    yield edition.say(
        "Slack is given in days below 90 days, in months below 3 years, then in years."
    )
    yield from _plan_words(edition, settings)


def _plan_words(edition: Edition, settings: PlanSettings) -> Iterator[str]:
    """What is particular to this plan."""
    pathway = edition.plan.pathways.get(edition.schedule.pathway or "")
    if pathway is not None:
        name = edition.text(pathway, "name") or pathway.id
        yield edition.say("Calculated for the pathway “{name}”.", name=name)
    if has_illustrations(edition):
        yield illustration_note(edition)
    yield from filter(None, edition.text(settings, "description").split("\n"))
    missing = missing_characters(edition.plan, edition.language)
    if missing is not None:
        yield edition.put(missing)


def _fiscal_year_words(edition: Edition, settings: PlanSettings) -> str:
    month = settings.fiscal_year_start or 4
    year = edition.schedule.status_date.year
    example = show_fiscal_year(year, edition.language, show_era=edition.show_era, start_month=month)
    return edition.say(
        "Fiscal years begin in month {month}; for example {example}.", month=month, example=example
    )
