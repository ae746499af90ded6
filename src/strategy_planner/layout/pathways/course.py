"""What the picture of the pathways tells: choices in the order of deciding, and lines through them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.analysis.decisions.calendar import ChoiceDates, OptionState
from strategy_planner.analysis.pathways.comparison import Comparison, PathwayOutlook
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.choice_words import choice_words
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name, text_of

OPEN = ""
"""Stands for the option of a choice that a pathway leaves open."""


@dataclass(frozen=True, slots=True)
class Station:
    """An option; ``closes_on`` is the last day to begin it."""

    option: str
    name: str
    closes_on: dt.date | None
    state: OptionState


@dataclass(frozen=True, slots=True)
class Junction:
    """A choice: what it is called, how many options it needs, by when, and its options."""

    id: str
    name: str
    needed: str
    item: str
    decide_by: dt.date | None
    stations: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A pathway with the options that it takes of each choice."""

    name: str
    is_active: bool
    taken: Mapping[str, tuple[str, ...]]
    outlook: PathwayOutlook

    def through(self, junction: Junction) -> tuple[str, ...]:
        """The options that it takes here; `OPEN` where it leaves the choice open."""
        known = {station.option for station in junction.stations}
        taken = tuple(one for one in self.taken.get(junction.id, ()) if one in known)
        return taken or (OPEN,)


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that the picture shows."""

    title: str
    today: dt.date
    vision: str
    target: dt.date | None
    money_unit: str
    junctions: tuple[Junction, ...]
    lines: tuple[Line, ...]


def course_of(plan: Plan, today: Schedule, comparison: Comparison, language: str) -> Course:
    """The choices by the day by which they have to be made, the undated ones last."""
    dated = sorted(
        comparison.calendar.choices,
        key=lambda one: (one.decide_by is None, one.decide_by or dt.date.max),
    )
    vision = _vision(plan, today)
    node = plan.nodes.get(vision)
    return Course(
        title=text_of(plan, plan.settings, "title", language) or "",
        today=today.status_date,
        vision="" if node is None else text_of(plan, node, "short", language) or node.title or "",
        target=today.targets[vision].target if vision in today.targets else None,
        money_unit=text_of(plan, plan.settings, "money_unit", language) or "",
        junctions=tuple(_junction(plan, one, language) for one in dated if one.options),
        lines=tuple(
            Line(
                text_of(plan, plan.pathways[one.id], "name", language) or one.id,
                bool(plan.pathways[one.id].active),
                one.chosen,
                one,
            )
            for one in comparison.pathways
        ),
    )


def _vision(plan: Plan, today: Schedule) -> str:
    """The vision at the end of the critical chain, else the first one."""
    if today.critical_chain:
        return today.critical_chain[-1]
    return next((node.id for node in plan.nodes.values() if node.kind == "vision"), "")


def _junction(plan: Plan, dates: ChoiceDates, language: str) -> Junction:
    choice = plan.choices[dates.choice]
    name = text_of(plan, choice, "name", language) or label(plan, choice.node, language)
    return Junction(
        id=choice.id,
        name=name,
        needed=choice_words(plan, choice.id, language),
        item=label(plan, choice.node, language),
        decide_by=dates.decide_by,
        stations=tuple(
            Station(
                one.option,
                option_name(plan, choice.id, one.option, language),
                one.closes_on,
                one.state,
            )
            for one in dates.options
        ),
    )
