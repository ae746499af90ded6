"""Why an item stands where it does in the rank of bottlenecks, in words."""

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck, DelayEffect
from strategy_planner.analysis.last_days import last_day
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import days_in_words, duration_in_words, named
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan


def reasons(plan: Plan, today: Schedule, one: Bottleneck) -> tuple[Message, ...]:
    """What the delay does, then what else counts: necessity, spread, and when it must start."""
    found = [
        message(
            "A delay of {delay} moves no target.",
            delay=duration_in_words(parse_duration(one.delay)),
        )
        if one.effect is None
        else effect_in_words(plan, one.effect, one.delay)
    ]
    if one.is_necessary:
        found.append(message("No way to the target does without it."))
    if one.spread_days:
        found.append(
            message("Its uncertain duration moves the date by about {days} either way.",
                    days=days_in_words(round(one.spread_days)))
        )  # fmt: skip
    if one.must_start_by is not None:
        found.append(
            message("It had to be started by {day}.", day=one.must_start_by)
            if one.must_start_by < today.status_date
            else message("It must be started by {day}.", day=one.must_start_by)
        )
    return tuple(found)


def effect_in_words(plan: Plan, effect: DelayEffect, length: str) -> Message:
    """What a delay of a length does to one target."""
    target, delay = named(plan, effect.target), duration_in_words(parse_duration(length))
    if effect.finish is None or effect.past_days is None or effect.shift_days is None:
        return message("With a delay of {delay}, {target} could not come at all.",
                       delay=delay, target=target)  # fmt: skip
    takes_time = plan.nodes[effect.target].duration is not None
    values = {
        "delay": delay,
        "target": target,
        "shift": days_in_words(effect.shift_days),
        "past": days_in_words(effect.past_days),
        "day": last_day(
            plan, effect.target, None if takes_time else effect.finish, effect.finish
        ),
    }  # fmt: skip
    if effect.past_days:
        return message(
            "A delay of {delay} moves {target} by {shift}, to {day}: {past} after its date.",
            **values,
        )
    return message(
        "A delay of {delay} moves {target} by {shift}, to {day}: still in time.", **values
    )
