"""Rules of the quality check switched off with a reason, and on again."""

import pytest

from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RuleOff
from strategy_planner.model.rules_off import switch_rule_off, switch_rule_on


def test_a_rule_is_switched_off_with_its_reason_and_on_again() -> None:
    plan = Plan()
    change_set = switch_rule_off(plan, "owner_missing", " Named in autumn ", "Without an owner")
    plan.apply(change_set)
    assert plan.settings.rules_off == (RuleOff("owner_missing", "Named in autumn"),)
    assert change_set.reason == "Named in autumn"
    plan.apply(switch_rule_off(plan, "owner_missing", "Named in spring", "Without an owner"))
    assert plan.settings.rules_off == (RuleOff("owner_missing", "Named in spring"),)
    plan.apply(switch_rule_on(plan, "owner_missing", "Without an owner"))
    assert plan.settings.rules_off == ()
    assert not switch_rule_on(plan, "owner_missing", "Without an owner").changes


def test_without_a_reason_it_stays_on() -> None:
    with pytest.raises(PlanError, match="Say why"):
        switch_rule_off(Plan(), "owner_missing", "  ", "Without an owner")
