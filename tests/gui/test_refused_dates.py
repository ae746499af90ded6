"""An edit after which the dates cannot be computed is refused like any other."""

import datetime as dt

from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan


def test_an_edit_whose_dates_leave_the_calendar_is_refused_and_taken_back(qapp):
    settings = r.PlanSettings(status_date=dt.date(2020, 4, 1))
    item = r.Node(id="A", kind="action", title="Study", duration="1y")
    workspace = Workspace(Plan.from_records([settings, item]))
    before, refused = workspace.schedule, []
    workspace.refused.connect(refused.append)
    assert not workspace.do(set_fields(workspace.plan, "node", "A", duration="9999y"))
    assert [error.ids for error in refused] == [("A",)]
    assert workspace.plan.nodes["A"] == item
    assert workspace.schedule is before
    assert workspace.undo_stack.count() == 0
    assert workspace.do(set_fields(workspace.plan, "node", "A", duration="2y"))
    workspace.undo_stack.undo()
    assert workspace.schedule == before
