"""Where a plan stands, in one sentence."""

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.formatting import show_days
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of


def state_of_plan(plan: Plan, schedule: Schedule, language: str) -> tuple[bool, Message]:
    """Whether the plan is in trouble, and one sentence on where it stands."""
    if not plan.nodes:
        return False, message("An empty plan")
    if not schedule.targets:
        return False, message("No vision has a date yet")
    worst = min(
        schedule.targets.items(),
        key=lambda item: (
            not item[1].blocked_by,
            10**9 if item[1].slack_days is None else item[1].slack_days,
        ),
    )
    node, dates = plan.nodes[worst[0]], worst[1]
    title = text_of(plan, node, "short", language) or text_of(plan, node, "title", language) or ""
    if dates.blocked_by:
        return True, message("“{item}” is blocked", item=title)
    if dates.slack_days is None:
        return False, message("“{item}” is reached", item=title)
    time = show_days(abs(dates.slack_days), language)
    if dates.slack_days < 0:
        return True, message("“{item}” comes {time} too late", item=title, time=time)
    if not schedule.critical_chain[:-1]:
        return False, message("No chain leads to the vision yet")
    return False, message("In time, with {time} of slack", time=time)
