"""A deadline as a sentence: the day, how many are left, and what has to be done by then."""

import datetime as dt
from collections.abc import Callable

from strategy_planner.analysis.decisions.calendar import DecisionCalendar
from strategy_planner.analysis.decisions.deadlines import Deadline, taken_of
from strategy_planner.analysis.gates.missing import missed_gate
from strategy_planner.analysis.gates.words import cost_in_words
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import (
    InEachLanguage,
    days_in_words,
    listed,
    named,
    option_named,
    titled,
)
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan


def sentence(
    plan: Plan, schedule: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    """``31 Aug 2019, 85 days left: apply to “Budget request” for A-015 …``."""
    body = _BODIES[deadline.kind](plan, schedule, calendar, deadline)
    head = _head(deadline)
    return body if head is None else message("{when}: {what}", when=head, what=body)


def _head(deadline: Deadline) -> Message | dt.date | None:
    day, left = deadline.day, deadline.days_left
    if day is None or left is None:
        return None
    if not deadline.is_open:
        return day
    if left < 0:
        return message("{day}, {time} ago", day=day, time=days_in_words(-left))
    if left == 0:
        return message("{day}, today", day=day)
    return message("{day}, {time} left", day=day, time=days_in_words(left))


def choice_named(plan: Plan, choice: str) -> Message:
    """What a choice is called: its name, else the item at which it stands."""
    record = plan.choices[choice]
    return titled(plan, choice, "name") if record.name else named(plan, record.node)


def _choice(
    plan: Plan, schedule: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    choice = next(one for one in calendar.choices if one.choice == deadline.record)
    said = {"choice": choice_named(plan, choice.choice), "item": named(plan, choice.item)}
    taken = taken_of(plan, schedule, choice.choice)
    if taken is not None:
        options = listed(option_named(plan, choice.choice, name) for name in taken)
        return message("{item}: “{choice}” is decided for {options}.", **said, options=options)
    return message(
        "{item}: decide “{choice}”, {needed} of {count} options.",
        **said,
        needed=choice.needed,
        count=len(choice.options),
    )


def _option(
    plan: Plan, schedule: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    option = deadline.option
    assert option is not None  # noqa: S101 - deadlines() gives every one of this kind its option
    said = {
        "option": option_named(plan, option.choice, option.option),
        "choice": choice_named(plan, option.choice),
    }
    if option.closes_on is None:
        if option.state == "closed":
            return message("“{option}” was dropped (“{choice}”).", **said)
        return message("“{option}” has begun or has no last day (“{choice}”).", **said)
    if not deadline.is_open:
        return message("“{option}” is not chosen in this pathway (“{choice}”).", **said)
    if taken_of(plan, schedule, option.choice) is not None:
        if deadline.is_missed:
            return message(
                "“{option}” is chosen and can no longer be begun in time (“{choice}”).", **said
            )
        return message("“{option}”, which is chosen, must begin (“{choice}”).", **said)
    if deadline.is_missed:
        return message("“{option}” can no longer be begun in time (“{choice}”).", **said)
    if deadline.is_first_loss:
        return message("“{option}” closes, the first option that is lost (“{choice}”).", **said)
    return message("“{option}” closes (“{choice}”).", **said)


def _item(
    plan: Plan, _schedule: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    item = named(plan, deadline.item)
    if deadline.day is None:
        return message("Decide {item}; no date depends on it yet.", item=item)
    return message("decide {item}", item=item)


def _gate(
    plan: Plan, schedule: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    said = _gate_and_item(plan, deadline)
    missed = missed_gate(plan, schedule, deadline.item)
    if missed is None:
        return message("{item}: apply to “{gate}”.", **said)
    return message("{item}: apply to “{gate}”. {cost}", **said, cost=cost_in_words(plan, missed))


def _last_gate(
    plan: Plan, _schedule: Schedule, _calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    said = _gate_and_item(plan, deadline)
    return message("{item}: last day to apply to “{gate}” and still be in time.", **said)


def _gate_and_item(plan: Plan, deadline: Deadline) -> dict[str, Message]:
    gate = titled(plan, deadline.record or "", "name")
    return {"item": named(plan, deadline.item), "gate": gate}


def _signpost(
    plan: Plan, _schedule: Schedule, calendar: DecisionCalendar, deadline: Deadline
) -> Message:
    trigger = next(one for one in calendar.triggers if one.signpost == deadline.record)
    return message(
        "act on “{signpost}”: on its trend it then reads {value}.",
        signpost=titled(plan, trigger.signpost, "title"),
        value=in_unit(plan, trigger.signpost, trigger.value_then),
    )


def in_unit(plan: Plan, signpost: str, value: float) -> Message:
    """A value of a signpost's KPI with its unit."""
    kpi = plan.kpis.get(plan.register[signpost].kpi or "")
    figure = f"{value:,.6g}"
    if kpi is None or not kpi.unit:
        return InEachLanguage(figure, {})
    unit = titled(plan, kpi.id, "unit")
    return message("{value} {unit}", value=figure, unit=unit)


_BODIES: dict[str, Callable[[Plan, Schedule, DecisionCalendar, Deadline], Message]] = {
    "choice": _choice,
    "option": _option,
    "item": _item,
    "gate": _gate,
    "last_gate": _last_gate,
    "signpost": _signpost,
}
