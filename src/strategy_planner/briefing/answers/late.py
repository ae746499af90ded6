"""What is too late, and what would repair it: for each missed date a strip and its repairs."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.analysis.repairs.late_chains import LateChain, late_in_words
from strategy_planner.analysis.repairs.repair import Repair
from strategy_planner.analysis.wording import days_in_words
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.finding_strip import FindingStrip, strip_of
from strategy_planner.briefing.item_words import LATE, MUTED
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.briefing.verdict import Verdict
from strategy_planner.layout.marks import check_mark

_SHARES = (28, 470, 130, 130)
_MOST = 8
"""Repairs that a page for a minister names of one chain; the program has all of them."""


def late_pages(edition: Edition) -> Iterator[Page]:
    """Nothing where nothing is too late."""
    yield from table_pages(edition, *(_table(edition, one) for one in edition.analyses.late))


def _table(edition: Edition, chain: LateChain) -> TablePages:
    columns = _columns(edition)
    lines: list[Line] = [
        _row(edition, columns, place, repair)
        for place, repair in enumerate(chain.repairs[:_MOST], 1)
    ]
    if not lines:
        nothing = Cell(edition.say("No single change, and no pair of changes, gains anything."))
        lines = [row(columns, (Cell(""), nothing, Cell("—", MUTED), Cell("—", MUTED)))]
    return TablePages(
        title=edition.say("Too late, and what would repair it"),
        subtitle=edition.item_short(edition.plan.nodes[chain.target]),
        columns=columns,
        lines=lines,
        notes=_notes(edition, chain),
        strip=_strip(edition, chain),
    )


def _strip(edition: Edition, chain: LateChain) -> FindingStrip:
    numbers = [edition.plan.nodes[id_].number or id_ for id_ in chain.items]
    chained = edition.say("The chain that decides: {chain}.", chain=" → ".join(numbers))
    sentence = edition.put(late_in_words(edition.plan, chain))
    return strip_of(edition, Verdict("late", sentence, chained if len(numbers) > 1 else ""))


def _columns(edition: Edition) -> list[Column]:
    heads = (
        edition.say("No."),
        edition.say("Repair"),
        edition.say("Gains"),
        edition.say("Still short"),
    )
    wide = widths(edition.content_width, _SHARES)
    return [Column(head, width) for head, width in zip(heads, wide, strict=True)]


def _row(edition: Edition, columns: list[Column], place: int, repair: Repair) -> Line:
    gains = repair.gains_days
    short = repair.leaves_days_short
    words = edition.put(repair.change_set.label)
    if repair.harms:
        words = edition.put(repair.message)
    in_time = Cell(edition.say("In time"), mark=partial(check_mark, colour="ok"))
    return row(
        columns,
        (
            Cell(str(place)),
            Cell(words),
            Cell("—", MUTED) if gains is None else Cell(edition.put(days_in_words(gains))),
            Cell(edition.put(days_in_words(short)), LATE) if short else in_time,
        ),
    )


def _notes(edition: Edition, chain: LateChain) -> list[str]:
    notes = [
        edition.say(
            "Each repair was tried on a copy of the plan; nothing of it is done. They are ranked "
            "by how little they change; the date of the vision moves by explicit decision only."
        )
    ]
    if len(chain.repairs) > _MOST:
        notes.append(edition.say("{count} more are in the program.",
                                 count=len(chain.repairs) - _MOST))  # fmt: skip
    if not chain.complete:
        notes.append(edition.say("Not all pairs of repairs were tried."))
    return notes
