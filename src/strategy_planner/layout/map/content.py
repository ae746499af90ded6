"""What is written on the items of the map, from the plan and what follows from it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.calendars.formatting import show_slack
from strategy_planner.language import say
from strategy_planner.language.catalogue import say_plural
from strategy_planner.layout.badges import Badge
from strategy_planner.layout.map.elements import CARD_WIDTH, Card, Corridor, Severity
from strategy_planner.layout.shapes import Measure, Weight
from strategy_planner.layout.text_breaking import break_title
from strategy_planner.layout.tracks import track_colours
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, NodeKind
from strategy_planner.model.texts import text_of

TITLE_SIZE = 12.0
NOTE_SIZE = 10.0
"""Number and slack in the head of a card."""
LONGEST = 240
"""A title of more characters than this is shown by its beginning."""
HEAD_GAP = 34.0
"""Between number and slack, with room for the mark before the slack."""
NEAR_DAYS = 60
"""Less slack than this is said with an icon (VISUAL 5)."""
YEARS_FROM = 3 * 365
BAND = 8.0
"""The track band at the left edge of an action."""


@dataclass(frozen=True, slots=True)
class Reading:
    """For whom the map is written: language and the widths of the surface's text."""

    language: str
    measure: Measure


def kind_word(kind: NodeKind, language: str) -> str:
    """The word for a kind of item."""
    words = {
        "vision": say("Vision", language),
        "image": say("Societal image", language),
        "area": say("Area", language),
        "state": say("State", language),
        "milestone": say("Milestone", language),
        "action": say("Action", language),
        "decision": say("Decision", language),
        "enabler": say("Enabler", language),
    }
    return words[kind]


def count_text(count: int, language: str) -> str:
    """How many items a group has: ``5件``."""
    return say_plural("{count} item", "{count} items", count, language)


def text_inset(kind: NodeKind, track: int | None) -> tuple[float, float]:
    """How far text stays from the left and the right edge of a card of this kind."""
    if kind == "action" and track is not None:
        return BAND + 9.0, 9.0
    if kind in {"state", "milestone"}:
        return 18.0, 18.0
    return 12.0, 10.0


@lru_cache(maxsize=32768)
def title_lines(
    title: str, short: str | None, width: float, size: float, weight: Weight, measure: Measure
) -> tuple[str, ...]:
    """The whole title in lines; the short title where the whole one needs more than three.

    Only what is no title any more, a page of text, is shown by its beginning.
    """
    if len(title) > LONGEST:
        title = title[:LONGEST] + "…"
    lines = tuple(filter(None, break_title(title, measure, size, weight, width)))
    if len(lines) > 3 and short:
        brief = break_title(short, measure, size, weight, width)
        return min(lines, brief, key=len)
    return lines


def cards_of(
    plan: Plan, schedule: Schedule, reading: Reading, ids: Iterable[str]
) -> dict[str, Card]:
    """The cards of these items."""
    tracks = track_colours(plan)
    badges = badges_of(plan)
    end = _end_of_time(plan, schedule)
    return {
        id_: _card(plan, schedule, reading, plan.nodes[id_], tracks, badges, end) for id_ in ids
    }


def _card(
    plan: Plan,
    schedule: Schedule,
    reading: Reading,
    node: Node,
    tracks: Mapping[str | None, int],
    badges: Mapping[str, tuple[tuple[Badge, bool], ...]],
    end: dt.date,
) -> Card:
    language = reading.language
    title = text_of(plan, node, "title", language) or ""
    short = text_of(plan, node, "short", language)
    track = tracks.get(node.track) if node.track else None
    left, right = text_inset(node.kind, track)
    dates = schedule.items.get(node.id)
    note, severity = standing(plan, node, dates, language)
    room = CARD_WIDTH - left - right
    return Card(
        id=node.id,
        kind=node.kind,
        head=_head(node, note, reading, room),
        lines=title_lines(
            title or say("Untitled", language),
            short,
            room,
            TITLE_SIZE,
            500,
            reading.measure,
        ),
        note=note,
        severity=severity,
        dormant=node.is_dropped or (dates is not None and dates.state == "dormant"),
        track=track,
        corridor=_corridor(dates, schedule.status_date, end),
        badges=badges.get(node.id, ()),
        name=title,
        brief=short or title,
    )


def _head(node: Node, note: str, reading: Reading, room: float) -> str:
    """The number, for areas and above with the word for their kind where that has room."""
    number = node.number or ""
    if node.kind not in {"area", "image", "vision"}:
        return number
    full = f"{kind_word(node.kind, reading.language)} {number}".strip()
    used = reading.measure(full, NOTE_SIZE, 500) + reading.measure(note, NOTE_SIZE, 700)
    return full if used + HEAD_GAP <= room else number


def standing(
    plan: Plan, node: Node, dates: ItemDates | None, language: str
) -> tuple[str, Severity]:
    """Slack or state in words, and how grave it is."""
    if dates is not None and dates.state == "blocked":
        return say("Blocked", language), "late"
    words = _without_slack(plan, node, dates, language)
    if words is not None or dates is None or dates.total_slack_days is None:
        return words or say("No deadline", language), "plain"
    severity: Severity = "plain"
    if dates.total_slack_days < 0:
        severity = "late"
    elif dates.total_slack_days < NEAR_DAYS:
        severity = "warn"
    return slack_words(dates.total_slack_days, language), severity


def slack_words(days: int, language: str) -> str:
    """Slack or lack in few words: from three years on in whole years (VISUAL 1.5)."""
    if abs(days) < YEARS_FROM:
        return show_slack(days, language)
    years = round(abs(days) / 365.25)
    if days < 0:
        return say_plural("{count} year short", "{count} years short", years, language)
    return say_plural("{count} year of slack", "{count} years of slack", years, language)


def _without_slack(plan: Plan, node: Node, dates: ItemDates | None, language: str) -> str | None:
    """What is said instead of slack, None where slack is what counts."""
    if node.is_dropped or dates is None:
        return say("Dropped", language)
    if dates.state == "done":
        return say("Done", language)
    if dates.state == "dormant":
        return say("Not chosen", language)
    return say("No means yet", language) if lacks_means(plan, node) else None


def lacks_means(plan: Plan, node: Node) -> bool:
    """An area or a required state that nothing brings about yet."""
    return (
        node.kind in {"area", "state"}
        and node.duration is None
        and not node.has_begun
        and not any(link.relation != "informs" for link in plan.links_into(node.id))
    )


def badges_of(plan: Plan) -> dict[str, tuple[tuple[Badge, bool], ...]]:
    """For each item the marks of what the register, gates and KPIs say of it, each kind once."""
    found: dict[str, dict[tuple[Badge, bool], None]] = defaultdict(dict)
    for item in plan.register.values():
        if item.kind is None or item.effective_state == "closed":
            continue
        for touched in item.touches:
            found[touched][item.kind, item.effective_state == "broken"] = None
    for node in plan.nodes.values():
        if node.gate is not None and not node.is_done:
            found[node.id]["gate", False] = None
    for kpi in plan.kpis.values():
        if kpi.node is not None:
            found[kpi.node]["kpi", False] = None
    return {id_: tuple(marks) for id_, marks in found.items()}


def _end_of_time(plan: Plan, schedule: Schedule) -> dt.date:
    """The end of the micro corridors: the last target, else the last computed finish."""
    targets = [target.target for target in schedule.targets.values()]
    ends = [item.early_finish for item in schedule.items.values() if item.early_finish is not None]
    last = max(targets, default=None) or max(ends, default=schedule.status_date)
    if plan.settings.horizon_end is not None and not targets:
        last = max(last, plan.settings.horizon_end)
    return max(last, schedule.status_date + dt.timedelta(days=1))


def _corridor(dates: ItemDates | None, today: dt.date, end: dt.date) -> Corridor | None:
    if dates is None or dates.early_start is None or dates.early_finish is None:
        return None
    whole = (end - today).days

    def share(day: dt.date) -> float:
        return min(1.0, max(0.0, (day - today).days / whole))

    start, finish = share(dates.early_start), share(dates.early_finish)
    if dates.late_finish is None:
        return Corridor((start, finish), None, None)
    late = share(dates.late_finish)
    if dates.late_finish < dates.early_finish:
        return Corridor((start, min(finish, max(start, late))), None, finish)
    return Corridor((start, finish), late, None)
