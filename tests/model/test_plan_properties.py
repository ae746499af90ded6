"""On random plans and random changes: undo is the identity, and the graph equals the records."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
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
from tests.strategies import plans

KINDS: list[r.NodeKind] = ["vision", "area", "state", "action", "milestone"]
SLOW_DATA = [HealthCheck.too_slow, HealthCheck.data_too_large]


def assert_graph_equals_records(plan: Plan) -> None:
    assert set(plan.graph) == set(plan.nodes)
    assert {edge[:3] for edge in plan.graph.edges(keys=True)} == {
        (link.prerequisite, link.dependent, link.id) for link in plan.links.values()
    }


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> ChangeSet:
    """A random edit; the rules may refuse it."""
    nodes = st.sampled_from(sorted(plan.nodes)) if plan.nodes else st.nothing()
    verbs = ["add"]
    if plan.nodes:
        verbs += ["need", "connect", "delete", "set", "move", "obstruct"]
    if plan.links:
        verbs += ["unlink", "relate"]
    if plan.pathways:
        verbs.append("follow")
    match draw(st.sampled_from(verbs)):
        case "add":
            return add_node(plan, draw(st.sampled_from(KINDS)), draw(st.text(max_size=9)))
        case "need":
            return add_prerequisite(plan, draw(nodes), "needed")
        case "connect":
            relation: Any = draw(st.sampled_from(["requires", "contributes", "informs"]))
            return connect(plan, draw(nodes), draw(nodes), relation)
        case "delete":
            return delete(plan, draw(st.lists(nodes, min_size=1, max_size=3)))
        case "unlink":
            return delete(plan, [draw(st.sampled_from(sorted(plan.links)))])
        case "relate":
            link = draw(st.sampled_from(sorted(plan.links)))
            return set_fields(plan, "link", link, lag=draw(st.sampled_from(["2mo", "-10d", None])))
        case "move":
            parent = draw(st.none() | nodes)
            return move_in_outline(plan, draw(nodes), parent, draw(st.none() | nodes))
        case "obstruct":
            item = r.RegisterItem(
                id=f"ob{len(plan.register)}x",
                kind="obstacle",
                touches=(draw(nodes),),
                resolved_by=(draw(nodes),),
            )
            from strategy_planner.language import message
            from strategy_planner.model.changes import created

            return ChangeSet((created(item),), message("Add {item}", item="x"))
        case "follow":
            return activate_pathway(plan, draw(st.none() | st.sampled_from(sorted(plan.pathways))))
        case _:
            fields: Any = draw(
                st.sampled_from(
                    [
                        {"duration": "18mo"},
                        {"duration": "9mo", "optimistic": "1y"},
                        {"status": "dropped"},
                        {"date": "2030年度"},
                        {"title": "\u202eother"},
                    ]
                )
            )
            return set_fields(plan, "node", draw(nodes), **fields)


@given(plans(), st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=SLOW_DATA)
def test_apply_then_inverse_is_the_identity(plan: Plan, data: st.DataObject) -> None:
    before = plan.copy()
    undo: list[ChangeSet] = []
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            undo.append(plan.apply(data.draw(edits(plan))))
        except PlanError as refusal:
            assert refusal.ids
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
        try:
            inverse = self.plan.apply(change_set)
        except PlanError:
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
