"""The vision as a wall: its year and title, what the passes say of it, and its KPIs."""

from collections.abc import Iterable

from strategy_planner.analysis.schedule import Schedule, TargetDates
from strategy_planner.language import say
from strategy_planner.layout.map.content import (
    LONGEST,
    NEAR_DAYS,
    Reading,
    lacks_means,
    slack_words,
)
from strategy_planner.layout.map.elements import WALL_WIDTH, Box, Outlook, Severity, Wall
from strategy_planner.layout.text_breaking import break_title
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Node
from strategy_planner.model.texts import text_of

TITLE_SIZE = 14.0
INSET = 10.0
GENTLE = 0.5
"""The wall is high: rather one more line than a word that is broken."""


def wall_of(
    plan: Plan, schedule: Schedule, reading: Reading, vision: str, areas: Iterable[str], box: Box
) -> Wall:
    """The wall of ``vision``; ``areas`` are those that stand on the map as items."""
    node = plan.nodes[vision]
    language = reading.language
    title = text_of(plan, node, "title", language) or say("Untitled", language)
    if len(title) > LONGEST:
        title = title[:LONGEST] + "…"
    width = WALL_WIDTH - 2 * INSET
    target = schedule.targets.get(vision)
    severity, verdict, amount, exact = _verdict(plan, schedule, vision, target, language)
    outlook = _outlook(plan, schedule, areas)
    kpi_title, kpi_lines, kpi_open = _kpi(plan, reading, vision, width)
    return Wall(
        id=vision,
        year=_year(plan, node, target, language),
        lines=break_title(title, reading.measure, TITLE_SIZE, 700, width, line_price=GENTLE),
        severity=severity,
        verdict=verdict,
        amount=amount,
        exact=exact,
        outlook_title=say(
            "Outlook of {count} areas", language, count=sum(o.count for o in outlook)
        ),
        outlook=outlook,
        kpi_title=kpi_title,
        kpi_lines=kpi_lines,
        kpi_open=kpi_open,
        box=box,
    )


def _year(plan: Plan, node: Node, target: TargetDates | None, language: str) -> str:
    """The target year in large figures: a calendar year, or a fiscal year that ends there."""
    if target is None:
        return (text_of(plan, node, "date", language) or "")[:10]
    day = target.target
    start = plan.settings.fiscal_year_start or 4
    if (day.month, day.day) == (12, 31) or (day.month % 12 + 1 != start):
        return say("{year}", language, year=day.year)
    return say("FY{year}", language, year=day.year - (day.month < start and start > 1))


def _verdict(
    plan: Plan, schedule: Schedule, vision: str, target: TargetDates | None, language: str
) -> tuple[Severity, str, str, str]:
    """Is it in time, by how much, and in exact days."""
    required = any(link.relation == "requires" for link in plan.links_into(vision))
    if not required:
        return "plain", say("No chain leads here yet", language), "", ""
    if target is None:
        return "plain", say("The vision has no date", language), "", ""
    if target.blocked_by or target.slack_days is None:
        state = schedule.items.get(vision)
        if state is not None and state.state == "done":
            return "plain", say("Done", language), "", ""
        return "late", say("Blocked", language), "", ""
    slack = target.slack_days
    exact = say("({days} days)", language, days=abs(slack)) if abs(slack) >= 90 else ""
    if slack < 0:
        return "late", say("Not in time", language), slack_words(slack, language), exact
    severity: Severity = "warn" if slack < NEAR_DAYS else "plain"
    return severity, say("In time", language), slack_words(slack, language), exact


def _outlook(plan: Plan, schedule: Schedule, areas: Iterable[str]) -> tuple[Outlook, ...]:
    counts = {"ok": 0, "warn": 0, "late": 0, "none": 0}
    for area in areas:
        dates = schedule.items.get(area)
        if dates is None:
            continue
        slack = dates.total_slack_days
        if lacks_means(plan, plan.nodes[area]):
            counts["none"] += 1
        elif dates.state == "blocked" or (slack is not None and slack < 0):
            counts["late"] += 1
        elif slack is not None and slack < NEAR_DAYS:
            counts["warn"] += 1
        else:
            counts["ok"] += 1
    return (
        Outlook("ok", counts["ok"]),
        Outlook("warn", counts["warn"]),
        Outlook("late", counts["late"]),
        Outlook("none", counts["none"]),
    )


def outlook_word(state: str, language: str) -> str:
    """The word for a line of the outlook."""
    words = {
        "ok": say("in time", language),
        "warn": say("little slack", language),
        "late": say("too late", language),
        "none": say("no means yet", language),
    }
    return words[state]


def _kpi(
    plan: Plan, reading: Reading, vision: str, width: float
) -> tuple[str, tuple[str, ...], bool]:
    language = reading.language
    kpi = next((kpi for kpi in plan.kpis.values() if kpi.node == vision), None)
    title = say("KPI of the vision", language)
    if kpi is None or kpi.target is None:
        return title, (say("To be set", language),), True
    text = f"{text_of(plan, kpi, 'name', language) or ''} {_value(kpi)}".strip()
    return title, break_title(text, reading.measure, 11.0, 500, width), False


def _value(kpi: Kpi) -> str:
    assert kpi.target is not None  # noqa: S101 - asked for only where a target is given
    return f"{kpi.target[1]:,}{kpi.unit or ''}"
