"""The quality check of any plan at all: it answers, names what is there, and offers what can be done."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.random_plans import random_plan
from strategies import plans
from strategy_planner.analysis.quality.check import TITLES, Quality, check_quality
from strategy_planner.analysis.quality.mending import mend
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan


def checked(plan: Plan) -> Quality | None:
    """None where the dates of the plan leave the years that can be planned (SEMANTICS 1.4)."""
    try:
        return check_quality(plan, schedule(plan))
    except PlanError:
        return None


def holds(plan: Plan) -> None:
    found = checked(plan)
    if found is None:
        return
    assert 0 <= found.score <= 100
    assert {one.rule.name for one in found.outcomes} <= set(TITLES)
    for one in found.outcomes:
        assert len(one.failing) <= one.checked
        for items, said in one.failing:
            assert said is not None
            assert said.into("ja")
            assert all(plan.find(id_) is not None for id_ in items)
            offered = mend(plan, one.rule.name, items)
            if offered is None:
                continue
            trial = plan.copy()
            try:
                inverse = trial.apply(offered)
            except PlanError:
                continue
            trial.apply(inverse)
            assert list(trial.every_record()) == list(plan.every_record())


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_any_plan_with_all_that_the_passes_read(seed: int) -> None:
    holds(random_plan(Random(seed)))


@given(plans())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)  # fmt: skip
def test_any_plan_with_every_kind_of_record(plan: Plan) -> None:
    holds(plan)
