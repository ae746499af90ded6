"""On random plans and random changes: undo is the identity, and the graph equals the records."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from strategies import plans
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created
from strategy_planner.model.edits import (
    activate_pathway,
    add_node,
    add_prerequisite,
    connect,
    delete,
    move_in_outline,
    set_fields,
)
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

KINDS: list[r.NodeKind] = ["vision", "area", "state", "action", "milestone"]
SLOW_DATA = [HealthCheck.too_slow, HealthCheck.data_too_large]


def assert_graph_equals_records(plan: Plan) -> None:
    assert set(plan.graph) == set(plan.nodes)
    assert {edge[:3] for edge in plan.graph.edges(keys=True)} == {
        (link.prerequisite, link.dependent, link.id) for link in plan.links.values()
    }


FIELDS: list[dict[str, Any]] = [
    {"duration": "18mo"},
    {"duration": "9mo", "optimistic": "1y"},
    {"status": "dropped"},
    {"date": "2030年度"},
    {"title": "\u202eother"},
]
LAGS = st.sampled_from(["2mo", "-10d", None])
RELATIONS: Any = st.sampled_from(["requires", "contributes", "informs"])


def obstacle(plan: Plan, touched: str, resolver: str) -> ChangeSet:
    item = r.RegisterItem(
        id=f"ob{len(plan.register)}x",
        kind="obstacle",
        touches=(touched,),
        resolved_by=(resolver,),
    )
    return ChangeSet((created(item),), message("Add {item}", item="x"))


def edits(plan: Plan) -> st.SearchStrategy[ChangeSet]:
    """A random edit; the rules may refuse it."""
    this = st.just(plan)
    # In the plan's order, for new ids are random and a replay must meet the same records.
    verbs = [st.builds(add_node, this, st.sampled_from(KINDS), st.text(max_size=9))]
    if plan.nodes:
        node = st.sampled_from(list(plan.nodes))
        verbs += [
            st.builds(add_prerequisite, this, node, st.just("needed")),
            st.builds(connect, this, node, node, RELATIONS),
            st.builds(delete, this, st.lists(node, min_size=1, max_size=3)),
            st.builds(move_in_outline, this, node, st.none() | node, st.none() | node),
            st.builds(obstacle, this, node, node),
            st.builds(
                lambda id_, fields: set_fields(plan, "node", id_, **fields),
                node,
                st.sampled_from(FIELDS),
            ),
        ]
    if plan.links:
        link = st.sampled_from(list(plan.links))
        verbs += [
            link.map(lambda id_: delete(plan, [id_])),
            st.builds(lambda id_, lag: set_fields(plan, "link", id_, lag=lag), link, LAGS),
        ]
    if plan.pathways:
        verbs.append(
            st.builds(activate_pathway, this, st.none() | st.sampled_from(list(plan.pathways)))
        )
    return st.one_of(verbs)


def try_to(plan: Plan, change_set: ChangeSet) -> ChangeSet | None:
    """The inverse, or None where the rules refuse."""
    try:
        return plan.apply(change_set)
    except PlanError:
        return None


@given(plans(), st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=SLOW_DATA)
def test_apply_then_inverse_is_the_identity(plan: Plan, data: st.DataObject) -> None:
    before = plan.copy()
    undo: list[ChangeSet] = []
    for _ in range(data.draw(st.integers(1, 6))):
        inverse = try_to(plan, data.draw(edits(plan)))
        if inverse is not None:
            undo.append(inverse)
        assert_graph_equals_records(plan)
    for inverse in reversed(undo):
        plan.apply(inverse)
        assert_graph_equals_records(plan)
    assert plan == before


@given(plans())
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW_DATA)
def test_a_plan_is_what_its_records_say(plan: Plan) -> None:
    again = Plan.from_records(plan.every_record(), plan.numbering)
    assert again == plan
    assert_graph_equals_records(again)
    assert dict(again.numbering) == dict(plan.numbering)


class Editing(RuleBasedStateMachine):
    """Edits, undo and redo in any order, as a planner works."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = Plan()
        self.states = [self.plan.copy()]
        self.steps: list[tuple[ChangeSet, ChangeSet]] = []
        self.place = 0

    @initialize(plan=plans())
    def open(self, plan: Plan) -> None:
        self.plan = plan
        self.states = [plan.copy()]

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        change_set = data.draw(edits(self.plan))
        inverse = try_to(self.plan, change_set)
        if inverse is None:
            return
        del self.steps[self.place :], self.states[self.place + 1 :]
        self.steps.append((change_set, inverse))
        self.states.append(self.plan.copy())
        self.place += 1

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        self.place -= 1
        self.plan.apply(self.steps[self.place][1])

    @precondition(lambda self: self.place < len(self.steps))
    @rule()
    def redo(self) -> None:
        self.plan.apply(self.steps[self.place][0])
        self.place += 1

    @invariant()
    def the_plan_is_what_it_was_at_this_step(self) -> None:
        assert self.plan == self.states[self.place]
        assert_graph_equals_records(self.plan)


Editing.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=SLOW_DATA
)
TestEditing = Editing.TestCase
