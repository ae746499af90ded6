"""What the roadmap says in words: tooltips with exact days, and advice where it stays empty."""

import datetime as dt

from strategy_planner.analysis.decisions.choice_days import NO_CHOICES, Choices
from strategy_planner.analysis.decisions.deadlines import apply_by
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.analysis.wording import titled
from strategy_planner.calendars.formatting import show_coarse
from strategy_planner.language import Message, message, message_plural
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label

_NAMED = 3
"""How many linked items are named on arriving at one."""


def item_words(
    plan: Plan, schedule: Schedule, item: str, language: str, choices: Choices = NO_CHOICES
) -> tuple[str, ...]:
    """Number and title, then the days as lines: written, earliest, latest, slack, its choices."""
    if item not in plan.nodes:
        return ()
    node, dates = plan.nodes[item], schedule.items.get(item)
    lines: list[Message] = []
    window = window_of(node, plan.settings)
    if window is not None:
        lines.append(
            message(
                "Date as written: {text} ({meaning})",
                text=window.text,
                meaning=show_coarse(window, language),
            )
        )
    if dates is not None:
        lines += _spans(plan, schedule, item, dates)
        lines += _standing(dates)
    lines += _gate(plan, schedule, item)
    if item in choices:
        lines += choices[item].sentences
    target = schedule.targets.get(item)
    if target is not None:
        lines.append(message("To be met by {day}", day=target.target))
    return (label(plan, item, language), *(line.into(language) for line in lines))


def _gate(plan: Plan, schedule: Schedule, item: str) -> list[Message]:
    """The last day to apply for the opening that the early start counts on."""
    node, dates = plan.nodes[item], schedule.items.get(item)
    day = None if dates is None or node.has_begun else apply_by(schedule, item, dates.early_start)
    if day is None or node.gate is None:
        return []
    gate = titled(plan, node.gate, "name")
    return [message("Apply to “{gate}” by {day}", gate=gate, day=day)]


def stop_sentence(
    plan: Plan, schedule: Schedule, item: str, language: str, choices: Choices = NO_CHOICES
) -> str:
    """An item as it is spoken on arriving at it: what it is, its dates, its links."""
    words = item_words(plan, schedule, item, language, choices)
    if not words:
        return ""
    needs = [link.prerequisite for link in plan.links_into(item) if link.relation == "requires"]
    serves = [link.dependent for link in plan.links_out_of(item) if link.relation == "requires"]
    said = list(words)
    if needs:
        said.append(message("Needs {items}", items=_named(plan, needs, language)).into(language))
    if serves:
        named = _named(plan, serves, language)
        said.append(message("Needed for {items}", items=named).into(language))
    stop = "。" if language == "ja" else ". "
    return stop.join(said) + stop.strip()


def _named(plan: Plan, items: list[str], language: str) -> str:
    """The first few by number and title, and how many there are besides."""
    names = [label(plan, other, language) for other in items[:_NAMED]]
    listed = ("、" if language == "ja" else ", ").join(names)
    more = len(items) - len(names)
    if not more:
        return listed
    return message("{names} and {count} more", names=listed, count=more).into(language)


def _spans(plan: Plan, schedule: Schedule, item: str, dates: ItemDates) -> list[Message]:
    """First and last day at the earliest and at the latest."""
    spans = (
        (message("Earliest"), dates.early_start, early_last_day(plan, schedule, item)),
        (message("Latest"), dates.late_start, late_last_day(plan, schedule, item)),
    )
    return [
        _span(name, first, last)
        for name, first, last in spans
        if first is not None and last is not None
    ]


def _standing(dates: ItemDates) -> list[Message]:
    """Slack or lateness, and what else must be known of the dates."""
    lines: list[Message] = []
    slack = dates.total_slack_days
    if slack is not None and slack < 0:
        lines.append(message_plural("Late by {count} day", "Late by {count} days", -slack))
    elif slack is not None:
        lines.append(message_plural("Slack {count} day", "Slack {count} days", slack))
    if dates.conditional:
        lines.append(message("The latest dates hold only if its option is chosen."))
    word = _STATES.get(dates.state)
    return [*lines, word] if word is not None else lines


_STATES = {
    "blocked": message("Blocked: an open obstacle or a dropped option keeps it from coming."),
    "dormant": message("Not chosen in this pathway."),
    "unanchored": message("No chain leads from it to a dated end, so it has no latest date."),
    "done": message("Done"),
}


def _span(name: Message, first: dt.date, last: dt.date) -> Message:
    """Both days; one for what takes no time."""
    if last <= first:
        return message("{name}: {day}", name=name, day=last)
    return message("{name}: {first} to {last}", name=name, first=first, last=last)


def advice(plan: Plan, schedule: Schedule, dated: int) -> Message | None:
    """Why the chart says little, and what to do next; None where it says enough.

    ``dated`` is the number of items with a bar.
    """
    visions = [item for item in schedule.items if plan.nodes[item].kind == "vision"]
    goals = [item for item in visions if item in schedule.targets]
    if visions and not goals:
        return message("The vision has no date, so no latest dates can be computed.")
    if not dated:
        if len(schedule.items) > len(visions):
            return message("No item has a date yet. Drag one from below onto a year.")
        return message("Nothing leads to the vision yet. Write what must be true just before it.")
    if goals and not any(_is_tied(plan, goal) for goal in goals):
        day = min(schedule.targets[item].target for item in goals)
        return message(
            "No chain leads to the vision of {year} yet, so there are no latest dates. Select the "
            "vision and write what must be true just before it.",
            year=day.year,
        )
    return None


def _is_tied(plan: Plan, goal: str) -> bool:
    """Whether anything that counts leads to a vision by a link that carries dates."""
    return any(
        link.relation == "requires" and not plan.nodes[link.prerequisite].is_dropped
        for link in plan.links_into(goal)
    )
