"""The budget by fiscal year, by track and by owner, and what nobody has said yet."""

from collections.abc import Callable, Iterator, Sequence

from strategy_planner.analysis.budget.by_year import BudgetLine
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.item_words import MUTED, STRONG
from strategy_planner.briefing.paragraphs import CELL
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.language import message_plural
from strategy_planner.model.records import Number

_MOST_YEARS = 12
"""Columns that a page can hold; what lies beyond is joined in the last one."""


def budget_pages(edition: Edition) -> Iterator[Page]:
    """By track, then by owner; nothing where no amount is known at all."""
    budget = edition.analyses.budget
    if budget.total.total is None:
        return
    plan, nobody = edition.plan, edition.say("To be set")
    tracks = _table(
        edition, edition.say("Track"), edition.say("By track"), budget.tracks,
        lambda id_: edition.text(plan.tracks[id_], "name") if id_ else edition.say("Without a track"),
    )  # fmt: skip
    owners = _table(
        edition, edition.say("Owner"), edition.say("By owner"), budget.owners,
        lambda id_: edition.text(plan.organisations[id_], "name") if id_ else nobody,
    )  # fmt: skip
    yield from table_pages(edition, tracks, owners)


def _table(
    edition: Edition,
    what: str,
    subtitle: str,
    lines: Sequence[BudgetLine],
    name_of: Callable[[str | None], str],
) -> TablePages:
    years = list(edition.analyses.budget.years)
    shown, beyond = years[:_MOST_YEARS], years[_MOST_YEARS:]
    unit = edition.text(edition.plan.settings, "money_unit")
    if unit:
        subtitle = edition.say("{words}, in {unit}", words=subtitle, unit=unit)
    columns = _columns(edition, what, shown, beyond)
    total = edition.analyses.budget.total
    rows: list[Line] = [
        _row(edition, columns, name_of(one.of), one, shown, beyond) for one in lines
    ]
    rows.append(_row(edition, columns, edition.say("Total"), total, shown, beyond, is_total=True))
    title = edition.say("Budget by fiscal year")
    return TablePages(title, subtitle, columns, rows, _notes(edition, total))


def _columns(
    edition: Edition, what: str, shown: Sequence[int], beyond: Sequence[int]
) -> list[Column]:
    heads = [edition.say("FY{year}", year=year) for year in shown]
    if beyond:
        heads.append(edition.say("Later"))
    heads += [edition.say("No date"), edition.say("Total"), edition.say("To be set")]
    shares = (150, *([60] * len(heads)))
    wide = widths(edition.content_width, shares)
    return [Column(what, wide[0])] + [
        Column(head, width, "end") for head, width in zip(heads, wide[1:], strict=True)
    ]


def _row(
    edition: Edition,
    columns: list[Column],
    name: str,
    line: BudgetLine,
    shown: Sequence[int],
    beyond: Sequence[int],
    *,
    is_total: bool = False,
) -> Line:
    style = STRONG if is_total else CELL
    figures: list[Number | None] = [line.years.get(year) for year in shown]
    if beyond:
        later = [line.years[year] for year in beyond if year in line.years]
        figures.append(sum(later) if later else None)
    figures += [line.undated, line.total]
    cells = [Cell(name, style)]
    cells += [
        Cell("—", MUTED) if amount is None else Cell(shown_amount(amount), style)
        for amount in figures
    ]
    unknown = len(line.unknown)
    counted = edition.put(message_plural("{count} item", "{count} items", unknown))
    cells.append(Cell(counted) if unknown else Cell("—", MUTED))
    return row(columns, cells)


def shown_amount(amount: Number) -> str:
    """An amount with commas; one below nothing with △, as Japanese accounts write it."""
    return f"△{-amount:,}" if amount < 0 else f"{amount:,}"


def _notes(edition: Edition, total: BudgetLine) -> list[str]:
    notes = [
        edition.say(
            "Amounts by fiscal year stand as entered; other costs are spread over the months of "
            "the item's earliest dates."
        )
    ]
    if total.unknown:
        notes.append(
            edition.say(
                "“To be set” counts the actions of which no amount is given: they are not zero, and "
                "no sum holds them."
            )
        )
    return notes
