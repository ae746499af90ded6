"""The answers that were given so far, as rows: what they are, by when, with how much slack."""

from dataclasses import replace
from functools import cache, partial

from strategy_planner.analysis.interview.walk import Stand, obstacles_of
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.gui.interview.row import Mark, Row, Tone
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.badges import badge_mark
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import check_mark, severity_mark
from strategy_planner.model.answers import requirements
from strategy_planner.model.reading import duration_in_words
from strategy_planner.model.records import Link, NodeKind
from strategy_planner.model.texts import text_of, title_of

OBSTACLE: Mark = partial(badge_mark, "obstacle")
DONE: Mark = partial(check_mark, colour="ok")
LATE: Mark = partial(severity_mark, "error")


@cache
def kind_of(kind: NodeKind) -> Mark:
    """The mark of a kind of item."""
    return partial(kind_mark, kind, colour="accent" if kind == "vision" else "ink2")


def item_row(workspace: Workspace, id_: str) -> Row:
    """An item of the plan: the shape of its kind, number and title."""
    node = workspace.plan.nodes[id_]
    return Row(
        id_,
        title_of(workspace.plan, node, workspace.language),
        head=node.number or "",
        mark=kind_of(node.kind),
    )


def needed_by(workspace: Workspace, id_: str) -> str:
    """By when an item must begin or be met, in words; nothing where no date is known."""
    dates = workspace.schedule.items.get(id_)
    tr, language, node = workspace.tr, workspace.language, workspace.plan.nodes[id_]
    if dates is None:
        return tr("Dropped")
    last = late_last_day(workspace.plan, workspace.schedule, id_)
    if last is None or dates.late_start is None:
        return ""
    if dates.late_start == dates.late_finish:
        return tr("by {day} at the latest", day=show_day(last, language))
    begun = tr("must start by {day}", day=show_day(dates.late_start, language))
    length = duration_in_words(node.duration, language) if node.duration else ""
    return tr("{start} (takes {duration})", start=begun, duration=length) if length else begun


def slack_end(workspace: Workspace, id_: str) -> tuple[str, Mark | None, Tone]:
    """What stands at the right end of an answer: late, blocked, done, or how much slack."""
    dates = workspace.schedule.items.get(id_)
    tr = workspace.tr
    if dates is None or dates.state == "unanchored":
        return "", None, "plain"
    if dates.state == "done":
        return tr("Done"), DONE, "ok"
    if dates.state == "blocked":
        return tr("Blocked"), LATE, "late"
    slack = dates.total_slack_days
    if slack is None:
        return "", None, "plain"
    words = show_slack(slack, workspace.language)
    return (words, LATE, "late") if slack < 0 else (words, DONE, "ok")


def answer_rows(workspace: Workspace, stand: Stand) -> list[Row]:
    """The answers that were given to a question so far."""
    match stand.question:
        case "means" | "enough":
            return [_requirement(workspace, link) for link in _links(workspace, stand.item)]
        case "obstacles":
            return [_obstacle(workspace, id_) for id_ in obstacles_of(workspace.plan, stand.item)]
        case "remover":
            entry = workspace.plan.register[stand.subject or ""]
            return [
                replace(item_row(workspace, id_), below=filled(needed_by(workspace, id_)))
                for id_ in entry.resolved_by
            ]
        case "deadline":
            return _dates(workspace, stand.item)
        case "purpose":
            return [
                item_row(workspace, link.dependent)
                for link in workspace.plan.links_out_of(stand.item)
                if link.relation != "informs"
            ]
        case "reason":
            link = workspace.plan.links[stand.subject or ""]
            return [_requirement(workspace, link)]


def _links(workspace: Workspace, item: str) -> list[Link]:
    """The requirements of an item, alternatives side by side."""
    links = requirements(workspace.plan, item)
    return sorted(links, key=lambda link: link.choice or "")


def _requirement(workspace: Workspace, link: Link) -> Row:
    words, mark, tone = slack_end(workspace, link.prerequisite)
    tr = workspace.tr
    reason = text_of(workspace.plan, link, "reason", workspace.language)
    because = tr("because {reason}", reason=reason) if reason else ""
    return replace(
        item_row(workspace, link.prerequisite),
        below=filled(needed_by(workspace, link.prerequisite), because),
        right=words,
        right_mark=mark,
        tone=tone,
        joined=link.choice is not None,
    )


def _obstacle(workspace: Workspace, id_: str) -> Row:
    plan, tr, language = workspace.plan, workspace.tr, workspace.language
    entry = plan.register[id_]
    owner = plan.organisations.get(entry.owner or "")
    who = text_of(plan, owner, "name", language) if owner else None
    by = "、" if language == "ja" else ", "
    means = by.join(title_of(plan, plan.nodes[one], language) for one in entry.resolved_by)
    below = filled(
        tr("Who: {owner}", owner=who) if who else "",
        tr("Resolved by: {items}", items=means) if means else "",
    )
    return Row(
        id_,
        text_of(plan, entry, "title", language) or "",
        below=below,
        mark=OBSTACLE,
        right=tr("Answered") if means else tr("No answer yet"),
        right_mark=DONE if means else None,
        tone="ok" if means else "plain",
    )


def _dates(workspace: Workspace, item: str) -> list[Row]:
    """When an item is needed, when it can come, and what was written."""
    plan, schedule, tr = workspace.plan, workspace.schedule, workspace.tr
    language, node, dates = workspace.language, plan.nodes[item], schedule.items.get(item)
    unknown = tr("to be set")
    if dates is None:
        return [Row("", tr("Dropped"))]
    latest, earliest = late_last_day(plan, schedule, item), early_last_day(plan, schedule, item)
    words, mark, tone = slack_end(workspace, item)
    rows = [
        Row(
            "",
            tr("The plan needs it by"),
            right=show_day(latest, language) if latest else tr("No latest date"),
        ),
        Row(
            "",
            tr("It comes at the earliest"),
            right=show_day(earliest, language) if earliest else unknown,
        ),
    ]
    if dates.late_start is not None and dates.late_start != dates.late_finish:
        started = show_day(dates.late_start, language)
        rows.insert(1, Row("", tr("Must start by"), right=started))
    if words:
        rows.append(Row("", tr("Outlook"), right=words, right_mark=mark, tone=tone))
    rows.append(Row("", tr("Date as written"), right=node.date or unknown))
    length = duration_in_words(node.duration, language) if node.duration else unknown
    rows.append(Row("", tr("Duration"), right=length))
    return rows


def filled(*texts: str) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(text for text in texts if text)
