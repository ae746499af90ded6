"""Why a deadline falls on its day, as steps in words."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from strategy_planner.analysis.chains import Step, why
from strategy_planner.analysis.decisions.calendar import DecisionCalendar, OptionDates
from strategy_planner.analysis.decisions.deadline_words import choice_named, in_unit
from strategy_planner.analysis.decisions.deadlines import Deadline, apply_by
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.wording import (
    duration_in_words,
    listed,
    named,
    option_named,
    titled,
)
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.language import message
from strategy_planner.model.changes import Change, ChangeSet, created, replaced
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Pathway

_ALONE = "option-alone"


def reasons(
    plan: Plan, today: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> tuple[Step, ...]:
    """The steps that fix the day of a deadline, each at an item; never empty."""
    return tuple(_REASONS[deadline.kind](plan, today, calendar, deadline))


def _of_choice(
    plan: Plan, _today: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> Iterator[Step]:
    choice = next(one for one in calendar.choices if one.choice == deadline.record)
    said = {"needed": choice.needed, "count": len(choice.options)}
    if choice.decide_by is None:
        words = message("{needed} of {count} options are needed, and as many have no last day.",
                        **said)  # fmt: skip
    else:
        words = message("{needed} of {count} options are needed. After {day}, fewer could still "
                        "be begun in time.", **said, day=choice.decide_by)  # fmt: skip
    yield Step(choice.item, None, words)
    for option in choice.options:
        name = option_named(plan, option.choice, option.option)
        if option.closes_on is not None:
            told = message("“{option}”: to be begun by {day}.", option=name, day=option.closes_on)
        elif option.state == "closed":
            told = message("“{option}”: dropped.", option=name)
        else:
            told = message("“{option}”: begun, or without a last day.", option=name)
        yield Step(_first_of(plan, option), None, told)


def _first_of(plan: Plan, option: OptionDates) -> str:
    return next(_begins_of(plan, option), option.item)


def _links_of(plan: Plan, option: OptionDates) -> list[Link]:
    return [
        link
        for link in plan.links_into(option.item)
        if link.choice == option.choice and link.option == option.option
    ]


def _begins_of(plan: Plan, option: OptionDates) -> Iterator[str]:
    """The items that the links of an option come from."""
    return (link.prerequisite for link in _links_of(plan, option))


def _of_option(
    plan: Plan, today: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Iterator[Step]:
    option = deadline.option
    if option is None or option.closes_on is None:
        words = message("All of it has begun or was dropped, or no dated end depends on it.")
        yield Step(deadline.item, None, words)
        return
    alone = taking_alone(plan, today, option)
    passes = schedule(alone)
    first = _last_to_begin(alone, passes, option)
    yield Step(
        first,
        None,
        message(
            "{item} must begin by {day} at the latest, if “{choice}” is met by “{option}” alone.",
            item=named(plan, first),
            day=option.closes_on,
            choice=choice_named(plan, option.choice),
            option=option_named(plan, option.choice, option.option),
        ),
    )
    yield from why(alone, passes, first).late.steps


def taking_alone(plan: Plan, today: Schedule, option: OptionDates) -> Plan:
    """A copy of the plan in which the choice takes this option and no other (SEMANTICS 5.2)."""
    copy = plan.copy()
    choice = copy.choices[option.choice]
    pathway = copy.pathways.get(today.pathway or "")
    chosen = {**(pathway.chosen if pathway else {}), option.choice: (option.option,)}
    one = replaced(choice, msgspec.structs.replace(choice, needed=1))
    changes: list[Change] = [one]
    changes += [
        replaced(other, msgspec.structs.replace(other, active=False))
        for other in copy.pathways.values()
        if other.active
    ]
    changes.append(created(Pathway(id=_ALONE, chosen=chosen, active=True)))
    copy.apply(ChangeSet(tuple(changes), message("Follow a pathway")))
    return copy


def _last_to_begin(plan: Plan, passes: Schedule, option: OptionDates) -> str:
    """The nearest item upstream of an option whose late start is its closing date."""
    met = list(dict.fromkeys(_begins_of(plan, option)))
    met += [one for one in _resolvers(plan, _links_of(plan, option)) if one not in met]
    for item in met:
        dates = passes.items.get(item)
        if dates is not None and dates.late_start == option.closes_on:
            return item
        met += [other for other in _needs(plan, item) if other not in met]
    return met[0] if met else option.item


def _needs(plan: Plan, item: str) -> Iterator[str]:
    """What an item waits for: what it requires, and what resolves its obstacles."""
    links = [link for link in plan.links_into(item) if link.relation == "requires"]
    yield from (link.prerequisite for link in links)
    yield from _resolvers(plan, links, item)


def _resolvers(plan: Plan, links: Sequence[Link], item: str | None = None) -> Iterator[str]:
    """What resolves the obstacles on these links, and on the item."""
    touched = {item, *(link.id for link in links)}
    for entry in plan.register.values():
        if entry.blocks and touched.intersection(entry.touches):
            yield from entry.resolved_by


def _of_item(
    plan: Plan, today: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Iterator[Step]:
    late = why(plan, today, deadline.item).late
    yield from late.steps or (Step(deadline.item, None, late.text),)


def _of_gate(
    plan: Plan, today: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Iterator[Step]:
    dates = today.items[deadline.item]
    is_last = deadline.kind == "last_gate"
    start = dates.late_start if is_last else dates.early_start
    said = {
        "item": named(plan, deadline.item),
        "gate": titled(plan, deadline.record or "", "name"),
        "day": apply_by(today, deadline.item, start),
        "start": start,
    }
    chain = why(plan, today, deadline.item)
    steps = (chain.late if is_last else chain.early).steps
    if is_last or len(steps) > 1:
        words = message("Who applies to “{gate}” by {day} may begin on {start}.", **said)
        yield Step(deadline.item, None, words)
    yield from steps


def _of_signpost(
    plan: Plan, _today: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> Iterator[Step]:
    trigger = next(one for one in calendar.triggers if one.signpost == deadline.record)
    signpost = plan.register[trigger.signpost]
    threshold = in_unit(plan, trigger.signpost, float(signpost.threshold or 0))
    yield Step(
        deadline.item,
        None,
        message(
            "“{signpost}” passes {threshold} on {day}, if it goes on as so far.",
            signpost=titled(plan, trigger.signpost, "title"),
            threshold=threshold,
            day=trigger.tips_on,
        ),
    )
    if signpost.lead:
        yield Step(
            deadline.item,
            None,
            message(
                "To act takes {lead}; so it must be decided by {day}, at {value}.",
                lead=duration_in_words(parse_duration(signpost.lead)),
                day=trigger.decide_by,
                value=in_unit(plan, trigger.signpost, trigger.value_then),
            ),
        )
    told = [
        option_named(plan, option.choice, option.option)
        for option in calendar.options
        if trigger.signpost in option.signposts
    ]
    words = message("It tells of {options}.", options=listed(told))
    yield Step(deadline.item, None, words)


_REASONS: dict[str, Callable[[Plan, Schedule, DecisionCalendar, Deadline], Iterator[Step]]] = {
    "choice": _of_choice,
    "option": _of_option,
    "item": _of_item,
    "gate": _of_gate,
    "last_gate": _of_gate,
    "signpost": _of_signpost,
}
