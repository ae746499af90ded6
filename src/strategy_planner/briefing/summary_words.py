"""What the cards of the summary say, read from the records."""

import datetime as dt
import re
from collections.abc import Sequence

from strategy_planner.analysis.last_days import late_last_day
from strategy_planner.briefing.cards import Entry
from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.kpi_words import kpi_words
from strategy_planner.briefing.measure_groups import MeasureGroup, goal_areas, obstacles
from strategy_planner.briefing.verdict import visions
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.model.records import Kpi, Node

_SENTENCE_END = re.compile(r"(?<=。)|(?<=[.!?])\s+(?=[A-Z“])|\n+")


def background_entries(edition: Edition) -> list[Entry]:
    """The background by sentences, else the trends."""
    text = edition.text(edition.plan.settings, "background")
    sentences = [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
    if sentences:
        return [Entry(sentence) for sentence in sentences]
    trends = [item for item in edition.plan.register.values() if item.kind == "trend"]
    return [Entry(edition.text(trend, "title")) for trend in trends]


def image_entries(edition: Edition) -> list[Entry]:
    """The images of society; a plan without any shows its visions."""
    images = _of_kind(edition, "image") or visions(edition)
    return [Entry(edition.item_title(image)) for image in images]


def obstacle_entries(edition: Edition) -> list[Entry]:
    """The obstacles by number, else the risks."""
    found = obstacles(edition) or [
        item for item in edition.plan.register.values() if item.kind == "risk"
    ]
    return [Entry(edition.text(item, "title"), str(n)) for n, item in enumerate(found, start=1)]


def measure_entries(edition: Edition, group: MeasureGroup) -> list[Entry]:
    """The measures of a group with their dates as written; of an empty one its description."""
    if not group.measures:
        lines = [line.strip() for line in group.description.split("\n")]
        return [Entry(line) for line in lines if line and line not in group.title]
    return [Entry(_with_date(edition, node)) for node in group.measures]


def kpi_entries(edition: Edition) -> list[Entry]:
    """The goal of the whole, then how many areas have a measure of success."""
    goals = {vision.id for vision in visions(edition)}
    own = [kpi for kpi in edition.plan.kpis.values() if kpi.node in goals]
    overall = [words for kpi in own if (words := kpi_words(edition, kpi))]
    entries = [
        Entry(edition.say("Overall goal: {value}", value=value), strong=True)
        for value in overall or [edition.to_be_set]
    ]
    areas = goal_areas(edition)
    if areas:
        entries.append(_area_entry(edition, areas))
    others = [kpi for kpi in edition.plan.kpis.values() if kpi.node not in goals]
    entries += [Entry(words) for kpi in others if (words := kpi_words(edition, kpi))]
    return entries


def decision_entries(edition: Edition) -> list[Entry]:
    """The open decisions with their deadlines, the first due first."""
    nodes = [node for node in _of_kind(edition, "decision") if not node.is_done]
    entries = []
    for number, node in enumerate(nodes, start=1):
        words, colour = _deadline(edition, node)
        title = edition.item_title(node).removeprefix(f"{number} ")
        entries.append(Entry(title, f"●{number}", words, colour, strong=True))
    if entries:
        return entries
    choices = edition.plan.choices.values()
    return [
        Entry(edition.text(choice, "name") or edition.label(choice.node), f"●{n}", strong=True)
        for n, choice in enumerate(choices, start=1)
    ]


def _of_kind(edition: Edition, kind: str) -> list[Node]:
    return [n for n in edition.plan.nodes.values() if n.kind == kind and not n.is_dropped]


def _with_date(edition: Edition, node: Node) -> str:
    date = edition.date_as_written(node) or _computed_years(edition, node)
    return edition.say("{title} [{date}]", title=edition.item_short(node), date=date)


def _computed_years(edition: Edition, node: Node) -> str:
    """The fiscal years of an item by calculation, where a duration is known."""
    dates = edition.dates(node)
    if dates is None or dates.early_start is None or dates.early_finish is None:
        return edition.say("date to be set")
    if dates.early_start == dates.early_finish:
        return edition.say("done") if node.is_done else edition.say("date to be set")
    month = edition.plan.settings.fiscal_year_start or 4
    first = fiscal_year(dates.early_start, month)
    last = fiscal_year(dates.early_finish - dt.timedelta(days=1), month)
    if first == last:
        return edition.say("FY{year}", year=first)
    return edition.say("FY{first}–FY{last}", first=first, last=last)


def _area_entry(edition: Edition, areas: Sequence[Node]) -> Entry:
    measured = {kpi.node for kpi in edition.plan.kpis.values() if _has_value(kpi)}
    known = sum(1 for area in areas if area.id in measured)
    if known:
        words = edition.say("{known} of {count} areas have a KPI", known=known, count=len(areas))
    else:
        words = edition.say("{count} areas: to be set", count=len(areas))
    return Entry(words, strong=True)


def _has_value(kpi: Kpi) -> bool:
    return kpi.target is not None


def _deadline(edition: Edition, node: Node) -> tuple[str, str]:
    """By when to decide: the latest day by calculation, else the date as written."""
    dates, written = edition.dates(node), edition.date_as_written(node)
    if dates is not None and dates.late_finish is not None:
        day = late_last_day(edition.plan, edition.schedule, node.id)
        words = edition.say("Deadline {day}", day=edition.day(day))
        if day is not None and day < edition.schedule.status_date:
            return edition.say("{words} (passed)", words=words), "late"
        return words, "warn"
    if written:
        return edition.say("Deadline {day}", day=written), "warn"
    return edition.say("Deadline to be set"), "ink2"
