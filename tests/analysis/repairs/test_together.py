"""Several repairs at once: what each of them changes stands, and every promised date is told."""

import datetime as dt

import pytest

from analysis.repairs.repaired_plans import TODAY, action, chains_of, link, plan_of, vision
from strategy_planner.analysis.repairs.together import together
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.errors import PlanError


def late_plan():
    """A (24) → B (24) → V by the end of 2022: twelve months short."""
    return plan_of(
        action("A", "24mo"), action("B", "24mo"), vision("2022-12-31"),
        link("A", "B"), link("B", "V"),
    )  # fmt: skip


def repairs_of(plan, kind):
    (chain,) = chains_of(plan)
    return [repair for repair in chain.repairs if repair.kind == kind]


def test_two_repairs_together_are_one_step_with_both_gains() -> None:
    plan = late_plan()
    first, second = repairs_of(plan, "shorten")
    found = together(plan, schedule(plan), [first, second])
    effect = found.of("V")
    assert effect is not None
    assert (effect.short_before, effect.short_after) == (365, 0)
    assert effect.reached_after == dt.date(2021, 12, 31)
    undo = plan.apply(found.change_set)
    assert (plan.nodes["A"].duration, plan.nodes["B"].duration) == ("12mo", "12mo")
    plan.apply(undo)
    assert plan.nodes["A"].duration == "24mo"


def test_the_plan_itself_stays_as_it_is_and_the_reason_is_kept() -> None:
    plan = late_plan()
    (first, _) = repairs_of(plan, "shorten")
    found = together(plan, schedule(plan), [first])
    assert plan.nodes["A"].duration == plan.nodes["B"].duration == "24mo"
    assert found.change_set.reason == first.change_set.reason


def test_two_repairs_of_the_same_field_are_refused_by_name() -> None:
    plan = late_plan()
    first, _ = repairs_of(plan, "shorten")
    other = chains_of(plan_of(
        action("A", "24mo"), action("B", "12mo"), vision("2022-06-30"),
        link("A", "B"), link("B", "V"),
    ))[0].repairs  # fmt: skip
    lesser = next(one for one in other if one.kind == "shorten" and one.items == ("A",))
    with pytest.raises(PlanError, match="Choose one of them") as refused:
        together(plan, schedule(plan), [first, lesser])
    assert refused.value.ids == ("A",)


def test_a_date_that_another_repair_breaks_is_told() -> None:
    plan = plan_of(
        action("A", "24mo"), vision("2020-12-31"), link("A", "V"),
        action("C", "6mo", target=dt.date(2020, 3, 31)),
    )  # fmt: skip
    chain = next(chain for chain in chains_of(plan) if chain.target == "V")
    found = together(plan, schedule(plan, status_date=TODAY), [chain.repairs[0]])
    assert {effect.item for effect in found.effects} == {"V", "C"}
    other = found.of("C")
    assert other is not None
    assert other.short_before == other.short_after != 0
