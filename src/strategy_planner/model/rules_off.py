"""The verbs that switch rules of the quality check off, with the reason, and on again."""

import msgspec

from strategy_planner.language import Message, message
from strategy_planner.model.changes import ChangeSet, replaced
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RuleOff


def switch_rule_off(plan: Plan, rule: str, reason: str, title: Message | str) -> ChangeSet:
    """Let a rule not count, and keep why; ``title`` is what people call it.

    A rule that is off gets the new reason. Raises PlanError without a reason.
    """
    reason = reason.strip()
    if not reason:
        words = message("Say why “{rule}” does not apply; the reason is kept.", rule=title)
        raise PlanError(words, ("settings",))
    others = tuple(one for one in plan.settings.rules_off if one.rule != rule)
    label = message("Switch off the check “{rule}”", rule=title)
    return _with(plan, (*others, RuleOff(rule, reason)), label, reason)


def switch_rule_on(plan: Plan, rule: str, title: Message | str) -> ChangeSet:
    """Let a rule count again; an empty set where it does."""
    left = tuple(one for one in plan.settings.rules_off if one.rule != rule)
    return _with(plan, left, message("Switch on the check “{rule}”", rule=title), None)


def _with(plan: Plan, off: tuple[RuleOff, ...], label: Message, reason: str | None) -> ChangeSet:
    before = plan.settings
    after = msgspec.structs.replace(before, rules_off=off)
    changes = () if after == before else (replaced(before, after),)
    return ChangeSet(changes, label, reason=reason)
