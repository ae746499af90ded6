"""Why an item stands where it does: the chains that fix its early and its late date."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from strategy_planner.analysis.causes import early_cause, late_cause, no_early_date, no_late_date
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.schedule import Schedule, driving_chain
from strategy_planner.analysis.wording import link_in_words, named
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a chain; ``link`` ties it to its neighbour, None at the outermost item and
    where a resolver stands beside it.
    """

    item: str
    link: str | None
    message: Message


@dataclass(frozen=True, slots=True)
class Chain:
    """What fixes a date: ``date`` is an instant, None where there is none, as ``text`` says."""

    date: dt.date | None
    steps: tuple[Step, ...]
    text: Message


@dataclass(frozen=True, slots=True)
class Why:
    """The early chain runs from its first cause to the item, the late one from the item to the
    dated end.
    """

    item: str
    early: Chain
    late: Chain


def why(plan: Plan, schedule: Schedule, item_id: str) -> Why:
    """The chain that fixes an item's earliest finish, and the one that fixes its latest.

    A dropped item has neither, as its chains say.
    """
    if item_id not in schedule.items:
        dropped = message("{item} was dropped and takes no part in the calculation.",
                          item=named(plan, item_id))  # fmt: skip
        return Why(item_id, Chain(None, (), dropped), Chain(None, (), dropped))
    return Why(item_id, _early(plan, schedule, item_id), _late(plan, schedule, item_id))


def critical_chain_to(plan: Plan, schedule: Schedule, item_id: str) -> tuple[str, ...]:
    """The items along the driving links that end at an item, first cause first (4.6)."""
    del plan
    return driving_chain(schedule, item_id)


def _early(plan: Plan, schedule: Schedule, item_id: str) -> Chain:
    date = schedule.items[item_id].early_finish
    if date is None:
        return Chain(None, (), no_early_date(plan, schedule, item_id))
    chain = driving_chain(schedule, item_id)
    first = chain[0]
    cause = early_cause(plan, schedule, first)
    steps = [Step(first, None, cause)]
    for before, here in pairwise(chain):
        link = schedule.items[here].driven_by
        said = {
            "item": named(plan, here),
            "other": named(plan, before),
            "day": early_last_day(plan, schedule, here),
        }
        how = _how(plan, link)
        if link is None:
            text = message(
                "{item}: {day} at the earliest, after {other} has cleared its obstacle.", **said
            )
        elif how is None:
            text = message("{item}: {day} at the earliest, after {other}.", **said)
        else:
            text = message("{item}: {day} at the earliest, after {other} ({link}).",
                           **said, link=how)  # fmt: skip
        steps.append(Step(here, link, text))
    if len(steps) == 1:
        return Chain(date, tuple(steps), cause)
    return Chain(
        date, tuple(steps),
        message("{item} comes on {day} at the earliest. The chain begins with {first}",
                item=named(plan, item_id), day=early_last_day(plan, schedule, item_id),
                first=cause),
    )  # fmt: skip


def _late(plan: Plan, schedule: Schedule, item_id: str) -> Chain:
    date = schedule.items[item_id].late_finish
    if date is None:
        return Chain(None, (), no_late_date(plan, schedule, item_id))
    network = schedule.network
    steps: list[Step] = []
    place = network.index[item_id]
    while (hold := schedule.late.limiter[place]) is not None:
        after, link = hold
        here, other = network.nodes[place].id, network.nodes[after].id
        said = {
            "item": named(plan, here),
            "other": named(plan, other),
            "day": late_last_day(plan, schedule, here),
        }
        how = _how(plan, link)
        if link is None:
            text = message("{item}: {day} at the latest, to clear the obstacle before {other}.",
                           **said)  # fmt: skip
        elif how is None:
            text = message("{item}: {day} at the latest, for {other}.", **said)
        else:
            text = message("{item}: {day} at the latest, for {other} ({link}).", **said, link=how)
        steps.append(Step(here, link, text))
        place = after
    end = network.nodes[place].id
    cause = late_cause(plan, schedule, end)
    steps.append(Step(end, None, cause))
    if len(steps) == 1:
        return Chain(date, tuple(steps), cause)
    return Chain(
        date, tuple(steps),
        message("{item} must be finished by {day}. The chain ends with {last}",
                item=named(plan, item_id), day=late_last_day(plan, schedule, item_id), last=cause)
        if not schedule.items[item_id].conditional else
        message("{item} must be finished by {day} if its option is taken. "
                "The chain ends with {last}", item=named(plan, item_id),
                day=late_last_day(plan, schedule, item_id), last=cause),
    )  # fmt: skip


def _how(plan: Plan, link_id: str | None) -> Message | None:
    """Type and lag of a link in words, None when it is plain finish-start."""
    if link_id is None:
        return None
    link = plan.links[link_id]
    lag = parse_duration(link.lag, signed=True) if link.lag else None
    return link_in_words(link.effective_type, lag)
