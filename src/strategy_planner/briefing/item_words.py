"""Words and signs of the tables: kinds, states, dates as written, slack."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.paragraphs import CELL
from strategy_planner.briefing.tables import Cell, Group
from strategy_planner.calendars.formatting import show_days
from strategy_planner.language import Message, message, message_plural
from strategy_planner.layout.marks import Shapes, check_mark, cross_mark, ring, severity_mark
from strategy_planner.layout.shapes import Ellipse, Pattern, Stroke
from strategy_planner.layout.theme import theme
from strategy_planner.layout.tracks import track_token
from strategy_planner.model.records import Node, NodeKind, Status

MUTED = replace(CELL, colour="ink3")
STRONG = replace(CELL, weight=700)
NUMBER = replace(CELL, weight=500, colour="accent")
LATE = replace(CELL, weight=700, colour="late")
NARROW_SLACK = replace(CELL, weight=700, colour="warn")
_NARROW_DAYS = 60

KIND_WORDS: dict[NodeKind, Message] = {
    "vision": message("Vision"),
    "image": message("Image"),
    "area": message("Area"),
    "state": message("State to reach"),
    "milestone": message("Milestone"),
    "action": message("Action"),
    "decision": message("Decision"),
    "enabler": message("Enabler"),
}
_STATUS_WORDS: dict[Status, Message] = {
    "proposed": message("Proposed"),
    "planned": message("Planned"),
    "started": message("Started"),
    "done": message("Done"),
    "dropped": message("Dropped"),
}


@dataclass(frozen=True, slots=True)
class Lateness:
    """How the slack of an item is said: its cell, and whether the row is tinted as late."""

    cell: Cell
    is_late: bool


def slack_cell(edition: Edition, node: Node) -> Lateness:
    """Slack as a width, lateness as a sentence with its sign (VISUAL 1.5)."""
    dates = edition.dates(node)
    if dates is None or dates.state in {"done", "unanchored"}:
        return Lateness(Cell("—", MUTED), is_late=False)
    if dates.state == "dormant":
        return Lateness(Cell(edition.say("Not chosen"), MUTED), is_late=False)
    if dates.state == "blocked":
        mark = partial(_severity, "error")
        return Lateness(Cell(edition.say("Blocked"), LATE, mark), is_late=True)
    slack = dates.total_slack_days
    if slack is None:
        return Lateness(Cell("—", MUTED), is_late=False)
    words = show_days(abs(slack), edition.language)
    if slack < 0:
        short = edition.say("{time} short", time=words)
        return Lateness(Cell(short, LATE, partial(_severity, "error")), is_late=True)
    if slack < _NARROW_DAYS:
        return Lateness(Cell(words, NARROW_SLACK, partial(_severity, "warning")), is_late=False)
    return Lateness(Cell(words), is_late=False)


def must_start_cell(edition: Edition, node: Node) -> Cell:
    """The last day to begin; strong where it is near or past."""
    dates = edition.dates(node)
    if dates is None or dates.late_start is None or dates.state == "done":
        return Cell(edition.say("No deadline"), MUTED)
    text = edition.figures(dates.late_start)
    slack = dates.total_slack_days
    if slack is not None and slack < 0:
        return Cell(text, LATE)
    return Cell(text, STRONG if slack is not None and slack < _NARROW_DAYS else CELL)


def span_words(edition: Edition, node: Node) -> str:
    """First and last day at the earliest; one day for what takes no time."""
    dates = edition.dates(node)
    if dates is None or dates.early_start is None:
        return ""
    last = early_last_day(edition.plan, edition.schedule, node.id)
    if last is None or last <= dates.early_start:
        day = last or dates.early_start
        at_once = day < edition.schedule.status_date and not node.is_done
        return edition.say("At any time") if at_once else edition.figures(day)
    separator = " ～ " if edition.language == "ja" else " – "
    return edition.figures(dates.early_start) + separator + edition.figures(last)


def takes_time(edition: Edition, node: Node) -> bool:
    """Whether an item has a length at the earliest dates; the others only come true."""
    dates = edition.dates(node)
    return dates is not None and dates.early_start != dates.early_finish


def latest_day(edition: Edition, node: Node) -> str:
    """The last day on which an item may still end."""
    if edition.dates(node) is None:
        return ""
    return edition.figures(late_last_day(edition.plan, edition.schedule, node.id))


def written_cell(edition: Edition, node: Node) -> Cell:
    """The date as the planner wrote it."""
    text = edition.date_as_written(node)
    return Cell(text) if text else Cell(edition.say("Not given"), MUTED)


def known_cell(edition: Edition, text: str) -> Cell:
    """A text, or "to be set" where nothing is known: never empty, never 0."""
    return Cell(text) if text else Cell(edition.to_be_set, MUTED)


def named_few(edition: Edition, ids: Sequence[str], most: int = 12) -> str:
    """The numbers of items, of many the first and how many more there are."""
    nodes = [edition.plan.nodes[id_] for id_ in dict.fromkeys(ids) if id_ in edition.plan.nodes]
    shown = edition.say(", ").join(node.number or node.id for node in nodes[:most])
    more = len(nodes) - most
    if more <= 0:
        return shown
    return edition.say("{items} and {count} more", items=shown, count=more)


def status_cell(edition: Edition, node: Node) -> Cell:
    """How far an item is, with a sign of its own for each state."""
    status: Status | None = "done" if node.is_done else node.status
    if node.has_begun and status not in {"done", "dropped"}:
        status = "started"
    if status is None:
        return Cell(edition.to_be_set, MUTED)
    return Cell(edition.put(_STATUS_WORDS[status]), CELL, partial(_status_sign, status))


def track_group(edition: Edition, name: str, colour: int, count: int) -> Group:
    """The strip over the rows of a track."""
    pattern = theme("light").pattern(colour)
    hatch = Pattern(pattern, track_token(colour, "mark"), 3.0, 0.7) if pattern else None
    return Group(
        name,
        edition.put(message_plural("{count} item", "{count} items", count)),
        track_token(colour, "solid"),
        track_token(colour, "edge"),
        hatch,
        edition.say(" (continued)"),
    )


def _severity(severity: str, cx: float, cy: float, size: float) -> Shapes:
    return severity_mark("error" if severity == "error" else "warning", cx, cy, size)


def _status_sign(status: Status, cx: float, cy: float, size: float) -> Shapes:
    line = Stroke("ink2", 0.9)
    circle = ring(cx, cy, size * 0.8, line)
    match status:
        case "done":
            return check_mark(cx, cy, size, "ink2")
        case "dropped":
            return cross_mark(cx, cy, size, "ink3")
        case "started":
            dot = size * 0.4
            return (circle, Ellipse(cx - dot / 2, cy - dot / 2, dot, dot, "ink2"))
        case "proposed":
            return (ring(cx, cy, size * 0.8, Stroke("ink3", 0.9, (1.6, 1.4))),)
        case "planned":
            return (circle,)
