"""Every option of every choice with its closing date (SEMANTICS 5.2)."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.decisions.closing import closing_date, kept_until, options_of
from strategy_planner.analysis.decisions.signposts import Trigger, signposts_of, trigger_of
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan

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
    choices = tuple(_choice(plan, schedule, id_) for id_ in plan.choices)
    named = dict.fromkeys(
        signpost for one in choices for option in one.options for signpost in option.signposts
    )
    triggers = (trigger_of(plan, plan.register[id_], schedule.status_date) for id_ in named)
    return DecisionCalendar(choices, tuple(one for one in triggers if one is not None))


def _choice(plan: Plan, schedule: Schedule, id_: str) -> ChoiceDates:
    choice = plan.choices[id_]
    options = tuple(_option(plan, schedule, id_, name) for name in options_of(plan, id_))
    live = [one.closes_on for one in options if not _has_dropped(plan, id_, one.option)]
    closings = [day for day in live if day is not None]
    return ChoiceDates(
        choice=id_,
        item=choice.node,
        needed=choice.effective_needed,
        options=options,
        first_loss_on=min(closings, default=None),
        decide_by=kept_until(live, choice.effective_needed),
    )


def _option(plan: Plan, schedule: Schedule, choice: str, name: str) -> OptionDates:
    item, day = plan.choices[choice].node, schedule.status_date
    pathway = plan.pathways.get(schedule.pathway or "")
    chosen = dict(pathway.chosen) if pathway is not None else {}
    links = [link for link in plan.links.values() if link.choice == choice and link.option == name]
    with watched(schedule.network.nodes) as watch:
        closes = closing_date(plan, day, chosen, choice, name, watch)
    near = {choice, item, *(link.id for link in links), *(link.prerequisite for link in links)}
    return OptionDates(
        choice=choice,
        item=item,
        option=name,
        closes_on=closes,
        days_left=None if closes is None else (closes - day).days,
        signposts=signposts_of(plan, near),
        state=_state(plan, schedule, choice, name, closes, chosen.get(choice)),
    )


def _state(
    plan: Plan,
    schedule: Schedule,
    choice: str,
    name: str,
    closes: dt.date | None,
    chosen: tuple[str, ...] | None,
) -> OptionState:
    if _has_dropped(plan, choice, name) or (closes is not None and closes < schedule.status_date):
        return "closed"
    if closes is None and _has_begun(plan, choice, name):
        return "begun"
    if chosen is not None:
        return "chosen" if name in chosen else "not_chosen"
    return "open"


def _nodes_of(plan: Plan, choice: str, name: str) -> list[str]:
    links = plan.links.values()
    return [one.prerequisite for one in links if one.choice == choice and one.option == name]


def _has_dropped(plan: Plan, choice: str, name: str) -> bool:
    return any(plan.nodes[id_].is_dropped for id_ in _nodes_of(plan, choice, name))


def _has_begun(plan: Plan, choice: str, name: str) -> bool:
    nodes = [plan.nodes[id_] for id_ in _nodes_of(plan, choice, name)]
    return all(
        node.status == "done" or node.actual_start is not None or node.actual_finish is not None
        for node in nodes
    )
