"""What to watch until a deadline: signposts with threshold, present value, lead and trend."""

from collections.abc import Iterator

from strategy_planner.analysis.decisions.calendar import DecisionCalendar
from strategy_planner.analysis.decisions.deadline_words import in_unit
from strategy_planner.analysis.decisions.deadlines import Deadline
from strategy_planner.analysis.decisions.signposts import signposts_of
from strategy_planner.analysis.kpis.forecast import known_on, measurements_of
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import duration_in_words, titled
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RegisterItem


def watched_until(plan: Plan, calendar: DecisionCalendar, deadline: Deadline) -> tuple[str, ...]:
    """The signposts that tell of a deadline: of its choice, or of its item."""
    if deadline.kind == "signpost":
        return (deadline.record or "",)
    found = [
        signpost
        for option in calendar.options
        if option.choice == deadline.record
        for signpost in option.signposts
    ]
    return tuple(dict.fromkeys(found or signposts_of(plan, {deadline.item})))


def signpost_in_words(
    plan: Plan, schedule: Schedule, calendar: DecisionCalendar, id_: str
) -> tuple[Message, ...]:
    """Its title, then each thing that is known of it as a sentence."""
    signpost = plan.register[id_]
    return (titled(plan, id_, "title"), *_known(plan, schedule, calendar, signpost))


def _known(
    plan: Plan, schedule: Schedule, calendar: DecisionCalendar, signpost: RegisterItem
) -> Iterator[Message]:
    if signpost.threshold is None:
        yield message("The threshold is to be set.")
    else:
        yield message(
            "Threshold: {value}.", value=in_unit(plan, signpost.id, float(signpost.threshold))
        )
    yield _present(plan, schedule, signpost)
    if signpost.lead:
        lead = duration_in_words(parse_duration(signpost.lead))
        yield message("Lead time to act: {lead}.", lead=lead)
    for trigger in calendar.triggers:
        if trigger.signpost == signpost.id:
            yield message(
                "On its trend it passes the threshold on {tips}: decide by {day}, when it reads "
                "{value}.",
                tips=trigger.tips_on,
                day=trigger.decide_by,
                value=in_unit(plan, signpost.id, trigger.value_then),
            )
    if signpost.trigger:
        yield titled(plan, signpost.id, "trigger")


def _present(plan: Plan, schedule: Schedule, signpost: RegisterItem) -> Message:
    kpi = plan.kpis.get(signpost.kpi or "")
    if kpi is None:
        return message("Its present value is not measured: no KPI is named.")
    measured = known_on(measurements_of(plan)[kpi.id], schedule.status_date)
    last = next((one for one in reversed(measured) if one.value is not None), None)
    if last is None or last.value is None or last.date is None:
        return message("Not measured yet.")
    return message(
        "Now {value} ({day}).", value=in_unit(plan, signpost.id, float(last.value)), day=last.date
    )
