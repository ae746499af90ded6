"""Any plan that the passes can compute can be simulated, with sensible figures."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strategies import PLAIN, plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.simulation_json import simulation_json
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.model.errors import PlanError
from strategy_planner.model.records import QuickRange


@given(
    plans(max_nodes=12, texts=PLAIN),
    st.builds(
        Terms,
        samples=st.integers(1, 40),
        seed=st.integers(0, 2**63 - 1),
        distribution=st.sampled_from(["beta-pert", "triangular"]),
        choices=st.sampled_from(["parallel", "commit"]),
        ranges=st.sampled_from([(), (QuickRange(low=-0.2, high=0.8),)]),
    ),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_has_chances_between_never_and_always(plan, terms):
    try:
        today = schedule(plan)
    except PlanError:
        assume(False)
    found = simulate(plan, today, terms)
    assert list(found.targets) == list(today.targets)
    assert list(found.items) == list(today.items)
    for one in found.targets.values():
        assert 0 <= one.chance_by_target <= one.chance_ever <= 1
        come = [day for day in (one.p10, one.p50, one.p80, one.p90) if day]
        assert come == sorted(come)
        assert (one.p90 is not None) == (one.chance_ever >= 0.9)
    for item in found.items.values():
        assert item.criticality is None or 0 <= item.criticality <= 1
        assert item.sensitivity is None or -1 <= item.sensitivity <= 1
    assert simulation_json(plan, found) == simulation_json(plan, simulate(plan, today, terms))
