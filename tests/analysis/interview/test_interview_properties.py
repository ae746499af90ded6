"""Whatever the plan: the interview comes to its end, and can be drawn wherever it stands."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from strategies import PLAIN, plans
from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.interview import places, walk
from strategy_planner.analysis.interview.excerpt import around, excerpt
from strategy_planner.analysis.interview.open_ends import OpenEnds, open_ends
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

calmly = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)


def ends_of(plan: Plan) -> OpenEnds:
    try:
        return open_ends(plan, findings(plan, schedule(plan)))
    except PlanError:  # a date beyond the years that can be planned
        assume(False)
        raise


@calmly
@given(plan=plans(max_nodes=20, texts=PLAIN), data=st.data())
def test_passing_every_question_on_comes_to_the_end(plan: Plan, data: st.DataObject) -> None:
    ends = ends_of(plan)
    selected = data.draw(st.sampled_from([None, *plan.nodes]))
    interview = walk.begin(plan, ends, selected)
    steps = 0
    while interview.stand is not None:
        interview = walk.go_on(interview, plan, ends)
        steps += 1
        assert steps <= (len(ends.without_means) + 1) * (4 + len(plan.register))
    assert set(ends.without_means) <= interview.asked | {selected}
    while steps:
        interview = walk.go_back(interview)
        steps -= 1
    assert interview == walk.begin(plan, ends, selected)


@calmly
@given(plan=plans(max_nodes=20), data=st.data())
def test_what_is_around_an_item_is_a_plan_of_its_own(plan: Plan, data: st.DataObject) -> None:
    assume(plan.nodes)
    item = data.draw(st.sampled_from(list(plan.nodes)))
    ids = around(plan, item, most=8)
    path = places.path_from_vision(plan, item)
    assert set(path) <= ids
    assert len(ids) <= max(8, len(path))
    part = excerpt(plan, ids)
    assert part.nodes.keys() == ids
    assert part.links.keys() == {
        link.id for link in plan.links.values() if {link.prerequisite, link.dependent} <= ids
    }
