"""Every option of every choice with its closing date (SEMANTICS 5.2)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.decisions.closing import closing_date, closings, kept_until
from strategy_planner.analysis.decisions.signposts import Trigger, signposts_of, trigger_of
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Choice, Link

OptionState = Literal["open", "chosen", "not_chosen", "begun", "closed"]
"""Closed: its closing date has passed, or an item of it was dropped. Begun: all of it."""


@dataclass(frozen=True, slots=True)
class OptionDates:
    """An option of a choice. ``closes_on`` is the last day on which it can be begun in time."""

    choice: str
    item: str
    option: str
    closes_on: dt.date | None
    days_left: int | None
    signposts: tuple[str, ...]
    state: OptionState


@dataclass(frozen=True, slots=True)
class ChoiceDates:
    """A choice: the first day on which an option is lost, and the latest day to decide.

    By ``decide_by`` the choice must have been made, else fewer options are left than it needs.
    """

    choice: str
    item: str
    needed: int
    options: tuple[OptionDates, ...]
    first_loss_on: dt.date | None
    decide_by: dt.date | None


@dataclass(frozen=True, slots=True)
class DecisionCalendar:
    """All choices in the plan's order, and the triggers of their signposts."""

    choices: tuple[ChoiceDates, ...]
    triggers: tuple[Trigger, ...]

    @property
    def options(self) -> tuple[OptionDates, ...]:
        """Every option of every choice."""
        return tuple(option for choice in self.choices for option in choice.options)

    def closed_before(self, day: dt.date) -> dict[OptionDates, dt.date]:
        """The options whose closing date lies before ``day``, with that date."""
        return {
            option: option.closes_on
            for option in self.options
            if option.closes_on is not None and option.closes_on < day
        }


def decision_calendar(plan: Plan, schedule: Schedule) -> DecisionCalendar:
    """The decision calendar on the schedule's status date and pathway."""
    options, base = options_of(plan.links.values()), closings(schedule.network, schedule.late.start)
    choices = tuple(
        _choice(plan, schedule, base, choice, options.get(choice.id, {}))
        for choice in plan.choices.values()
    )
    named = dict.fromkeys(
        signpost for one in choices for option in one.options for signpost in option.signposts
    )
    triggers = (trigger_of(plan, plan.register[id_], schedule.status_date) for id_ in named)
    return DecisionCalendar(choices, tuple(one for one in triggers if one is not None))


def _choice(
    plan: Plan,
    schedule: Schedule,
    base: Sequence[int],
    choice: Choice,
    links: Mapping[str, Sequence[Link]],
) -> ChoiceDates:
    options = {name: _option(plan, schedule, base, links[name]) for name in links}
    live = [one.closes_on for name, one in options.items() if not _has_dropped(plan, links[name])]
    closings = [day for day in live if day is not None]
    return ChoiceDates(
        choice=choice.id,
        item=choice.node,
        needed=choice.effective_needed,
        options=tuple(options.values()),
        first_loss_on=min(closings, default=None),
        decide_by=kept_until(live, choice.effective_needed),
    )


def _option(
    plan: Plan, schedule: Schedule, base: Sequence[int], links: Sequence[Link]
) -> OptionDates:
    """An option, which is all its links."""
    choice, name = links[0].choice or "", links[0].option or ""
    item = plan.choices[choice].node
    closes = closing_date(plan, schedule, base, choice, name)
    near = {choice, item, *(link.id for link in links), *(link.prerequisite for link in links)}
    return OptionDates(
        choice=choice,
        item=item,
        option=name,
        closes_on=closes,
        days_left=None if closes is None else (closes - schedule.status_date).days,
        signposts=signposts_of(plan, near),
        state=_state(plan, schedule, links, closes),
    )


def _state(
    plan: Plan, schedule: Schedule, links: Sequence[Link], closes: dt.date | None
) -> OptionState:
    if _has_dropped(plan, links) or (closes is not None and closes < schedule.status_date):
        return "closed"
    begins = [plan.nodes[link.prerequisite] for link in links]
    if closes is None and all(node.is_done or node.has_begun for node in begins):
        return "begun"
    pathway = plan.pathways.get(schedule.pathway or "")
    chosen = pathway.chosen.get(links[0].choice or "") if pathway else None
    if chosen is not None:
        return "chosen" if links[0].option in chosen else "not_chosen"
    return "open"


def _has_dropped(plan: Plan, links: Sequence[Link]) -> bool:
    return any(plan.nodes[link.prerequisite].is_dropped for link in links)
