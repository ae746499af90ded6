"""A planner's day at random: edits, undo, redo, save and reopen, in any order."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from PySide6.QtWidgets import QApplication

from strategies import plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan
from strategy_planner.storage.history import made_now
from strategy_planner.storage.project_file import new_project, open_project, save_project

FIELDS = st.sampled_from(
    [
        {"title": "新しい題名"},
        {"duration": "18mo", "optimistic": None, "pessimistic": None},
        {"status": "dropped"},
        {"status": "planned"},
        {"date": "2030年度目途"},
        {"not_before": None, "not_after": None},
    ]
)


class Day(RuleBasedStateMachine):
    """The workspace beside a list of the states that it has been through."""

    def __init__(self) -> None:
        super().__init__()
        self.application = QApplication.instance() or QApplication([])
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "plan.splan"
        self.unsaved: list[ChangeSet] = []

    @initialize(plan=plans())
    def begin(self, plan: Plan) -> None:
        self.workspace = Workspace(plan)
        self.workspace.changed.connect(self.unsaved.append)
        self.project = new_project(self.file, plan.copy())
        self.states = [plan.copy()]
        self.place = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    def note(self, done: bool, before: int) -> None:
        if done and self.workspace.undo_stack.index() != before:
            del self.states[self.place + 1 :]
            self.states.append(self.workspace.plan.copy())
            self.place += 1

    def do(self, change_set: ChangeSet) -> None:
        before = self.workspace.undo_stack.index()
        count = self.workspace.undo_stack.count()
        done = self.workspace.do(change_set)
        grown = self.workspace.undo_stack.index() != before
        assert done or (not grown and count == self.workspace.undo_stack.count())
        self.note(done, before)

    @precondition(lambda self: self.workspace.plan.nodes)
    @rule(data=st.data(), fields=FIELDS)
    def edit(self, data: st.DataObject, fields: dict[str, object]) -> None:
        node = data.draw(st.sampled_from(sorted(self.workspace.plan.nodes)))
        self.do(edits.set_fields(self.workspace.plan, "node", node, **fields))

    @precondition(lambda self: self.workspace.plan.nodes)
    @rule(data=st.data())
    def ask_what_is_needed(self, data: st.DataObject) -> None:
        node = data.draw(st.sampled_from(sorted(self.workspace.plan.nodes)))
        self.do(edits.add_prerequisite(self.workspace.plan, node, "needed"))

    @precondition(lambda self: self.workspace.plan.nodes)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        node = data.draw(st.sampled_from(sorted(self.workspace.plan.nodes)))
        self.do(edits.delete(self.workspace.plan, [node]))

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        self.workspace.undo_stack.undo()
        self.place -= 1

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.workspace.undo_stack.redo()
        self.place += 1

    @rule()
    def save(self) -> None:
        history = [made_now(change_set) for change_set in self.unsaved]
        self.project = save_project(self.project, self.workspace.plan.copy(), history)
        self.unsaved.clear()
        assert open_project(self.file).plan == self.workspace.plan

    @rule()
    def reopen(self) -> None:
        self.project = open_project(self.file)
        self.workspace.open(self.project.plan.copy())
        self.unsaved.clear()
        self.states = [self.workspace.plan.copy()]
        self.place = 0

    @invariant()
    def everything_is_as_it_was_at_this_step(self) -> None:
        if not hasattr(self, "states"):
            return
        assert self.workspace.plan == self.states[self.place]
        assert self.workspace.schedule.items == schedule(self.workspace.plan).items


Day.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestDay = Day.TestCase
