"""What changed since another state of the plan, in sentences: added, changed, deleted."""

from collections.abc import Iterator, Sequence

from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.finding_strip import FindingStrip, strip_of
from strategy_planner.briefing.table_pages import TablePages, table_pages
from strategy_planner.briefing.tables import Cell, Column, Group, Line, row, widths
from strategy_planner.briefing.verdict import Verdict
from strategy_planner.language import Message, message
from strategy_planner.model.change_words import told_of_changes
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.field_changes import difference
from strategy_planner.model.plan import Plan
from strategy_planner.model.words import RECORD_WORDS

_UNTOLD = frozenset({"translation", "draft"})
"""Kinds of records that say nothing to those who read the pack."""


def change_pages(edition: Edition) -> Iterator[Page]:
    """Nothing where there is no earlier plan to compare with, or nothing changed."""
    if edition.since is not None:
        yield from table_pages(edition, _table(edition, edition.since))


def _table(edition: Edition, since: Plan) -> TablePages | None:
    changes = [one for one in difference(since, edition.plan) if one.record not in _UNTOLD]
    wide = widths(edition.content_width, (90, 660))
    heads = (edition.say("Kind"), edition.say("Change"))
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    lines: list[Line] = []
    for title, group in _groups(changes):
        if group:
            again = edition.say(" (continued)")
            lines.append(Group(edition.put(title), "", "accent", "accent", again=again))
            lines += _rows(edition, columns, group, since)
    if not lines:
        return None
    return TablePages(
        edition.say("Changes since the last version"),
        _versions(edition, since),
        columns,
        lines,
        strip=_strip(edition, since),
    )


def _groups(changes: Sequence[Change]) -> Iterator[tuple[Message, list[Change]]]:
    yield message("Added"), [one for one in changes if one.before is None]
    yield message("Changed"), [one for one in changes if one.before and one.after]
    yield message("Deleted"), [one for one in changes if one.after is None]


def _rows(
    edition: Edition, columns: list[Column], changes: list[Change], since: Plan
) -> Iterator[Line]:
    label = message("Change")
    for change in changes:
        # What is gone is named as it was called then.
        plan = since if change.after is None else edition.plan
        told = told_of_changes(plan, ChangeSet((change,), label), edition.language)
        for _, words in told:
            yield row(columns, (Cell(edition.put(RECORD_WORDS[change.record])), Cell(words)))


def _versions(edition: Edition, since: Plan) -> str:
    """Which state is compared with which, by version and status date."""
    return edition.say(
        "{before} → {after}",
        before=_version(edition, since),
        after=_version(edition, edition.plan),
    )


def _version(edition: Edition, plan: Plan) -> str:
    settings = plan.settings
    day = edition.day(settings.status_date)
    if not settings.version:
        return day
    return edition.say("{version} ({day})", version=settings.version, day=day)


def _strip(edition: Edition, since: Plan) -> FindingStrip | None:
    """Where the plan stood, and where it stands."""
    _, before = state_of_plan(since, schedule(since), edition.language)
    bad, now = state_of_plan(edition.plan, edition.schedule, edition.language)
    if before == now:
        return None
    sentence = edition.say("{before} → {after}", before=edition.put(before), after=edition.put(now))
    return strip_of(edition, Verdict("late" if bad else "in_time", sentence))
