"""The quality check: the score, and each rule that is not kept, with why it matters."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.analysis.quality.check import TITLES, Outcome
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.item_words import MUTED, named_few
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.layout.marks import severity_mark

_SHARES = (190, 70, 250, 250)


def quality_pages(edition: Edition) -> Iterator[Page]:
    """Nothing where every rule is kept."""
    yield from table_pages(edition, _table(edition))


def _table(edition: Edition) -> TablePages | None:
    found = edition.analyses.quality
    failing = [one for one in found.outcomes if not one.is_passed]
    heads = (
        edition.say("Finding"),
        edition.say("Cases"),
        edition.say("Why it matters"),
        edition.say("Items"),
    )
    wide = widths(edition.content_width, _SHARES)
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    lines: list[Line] = [_row(edition, columns, one) for one in failing]
    if not lines:
        return None
    notes = [
        edition.say(
            "Switched off: {rule} ({reason})", rule=_title(edition, one.rule), reason=one.reason
        )
        for one in found.off
    ]
    return TablePages(
        edition.say("Quality check"),
        edition.say("{score} of 100; {count} rules are kept", score=found.score,
                    count=len(found.outcomes) - len(failing)),
        columns,
        lines,
        notes,
    )  # fmt: skip


def _title(edition: Edition, rule: str) -> str:
    return edition.put(TITLES[rule]) if rule in TITLES else rule


def _row(edition: Edition, columns: list[Column], one: Outcome) -> Line:
    mark = partial(severity_mark, one.rule.severity)
    numbers = named_few(edition, [id_ for ids, _ in one.failing for id_ in ids])
    cells = (
        Cell(edition.put(one.rule.title), mark=mark),
        Cell(edition.say("{failing} of {checked}", failing=len(one.failing), checked=one.checked)),
        Cell(edition.put(one.rule.why)),
        Cell(numbers) if numbers else Cell("—", MUTED),
    )
    return row(columns, cells)
