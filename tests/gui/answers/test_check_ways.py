"""Every finding of the quality check leads somewhere: to a field that its record has, or to an edit."""

import pytest

from analysis.quality.test_quality import BROKEN, quality
from strategy_planner.analysis.quality.mending import mend
from strategy_planner.gui.answers.check.ways import part_after, part_of
from strategy_planner.model import records as r
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.plan import Plan

IN_EVERY_ITEM = {"", "why", "needs", "needed_by"}


@pytest.mark.parametrize("rule", BROKEN)
def test_what_a_rule_asks_for_can_be_written_where_it_leads(rule: str) -> None:
    records = BROKEN[rule][0]
    plan = Plan.from_records([r.PlanSettings(), *records])
    (outcome,) = [one for one in quality(*records).outcomes if one.rule.name == rule]
    for items, _ in outcome.failing:
        offered = mend(plan, rule, items)
        if offered is not None:
            record_id, part = part_after(offered) or ("", "")
            kinds = [one.record for one in offered.changes if one.id == record_id]
        elif items:
            record_id, part = items[0], part_of(rule)
            found = plan.find(record_id)
            kinds = [found[0]] if found else []
        else:
            continue
        if outcome.rule.theme != "dates":
            assert all(part in IN_EVERY_ITEM | {one.name for one in FIELDS[kind]} for kind in kinds)
