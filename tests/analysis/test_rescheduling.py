"""After an edit, the passes where the edit reaches say what the whole passes say."""

import datetime as dt
from random import Random

import msgspec
import pytest

from analysis.random_edits import random_edit
from analysis.random_plans import random_plan
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import schedule
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, deleted, replaced
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

EDITS = 12
DAY = dt.date(2024, 4, 1)


def told(found):
    """Everything that a schedule holds, with the order of its items and targets."""
    return (
        found,
        list(found.items.items()),
        list(found.targets),
        found.early,
        found.late,
        found.all_options,
        found.network.into,
        found.network.index,
    )


def outcome(work, *arguments):
    """A schedule; whom the passes name where a date leaves the years of SEMANTICS 1.4."""
    try:
        return work(*arguments)
    except PlanError as error:
        return error.ids


def agreed(now, plan, edit):
    """The schedule after an edit that was made, told by both ways alike; None for an error."""
    found, whole = outcome(rescheduled, now, plan, edit.changes), outcome(schedule, plan)
    if isinstance(whole, tuple):
        assert found == whole, edit
        return None
    found_told, whole_told = told(found), told(whole)
    assert found_told[:-2] == whole_told[:-2], edit
    assert found_told[-1] == whole_told[-1]
    assert [set(ties) for ties in found_told[-2]] == [set(ties) for ties in whole_told[-2]], edit
    return found


def edited(random, plan, now):
    """The schedule after one more edit, and whether the rules let it be made."""
    edit = random_edit(random, plan)
    try:
        undo = plan.apply(edit)
    except PlanError:
        return now, False
    after = agreed(now, plan, edit)
    if after is not None and random.random() < 0.7:
        return after, True
    plan.apply(undo)
    return (now if after is None else agreed(after, plan, undo)), True


@pytest.mark.parametrize("seed", range(0, 400, 50))
def test_an_edit_changes_the_schedule_as_the_whole_passes_do(seed):
    many = 0
    for one in range(seed, seed + 50):
        random = Random(one)
        plan = random_plan(random)
        now = schedule(plan)
        for _ in range(EDITS):
            now, made = edited(random, plan, now)
            many += made
    assert many > 50 * EDITS / 3


def plan_with_a_way_not_taken():
    """w → x → b is one option of the vision, a the one that the pathway takes."""
    ways = [("a", "v", "A"), ("b", "v", "B"), ("x", "b", None), ("w", "x", None)]
    return Plan.from_records(
        [
            r.PlanSettings(status_date=DAY, reference_date=DAY),
            r.Node(id="v", kind="vision", title="V", target=dt.date(2030, 3, 31)),
            *(r.Node(id=id_, kind="action", title=id_, duration="12mo") for id_ in "abxw"),
            r.Choice(id="c", node="v"),
            *(
                r.Link(id=f"{start}-{end}", prerequisite=start, dependent=end,
                       relation="requires", choice=option and "c", option=option)
                for start, end, option in ways
            ),
            r.Pathway(id="p", name="P", chosen={"c": ("A",)}, active=True),
        ]
    )  # fmt: skip


def test_what_served_only_an_option_not_taken_serves_nothing_once_the_way_is_cut():
    plan = plan_with_a_way_not_taken()
    now = schedule(plan)
    assert now.items["w"].state == "dormant"
    cut = ChangeSet((deleted(plan.links["x-b"]),), message("Cut"))
    plan.apply(cut)
    after = agreed(now, plan, cut)
    assert after.items["w"].state == "unanchored"


def test_an_item_that_the_edit_does_not_reach_is_not_worked_out_again():
    plan = plan_with_a_way_not_taken()
    now = schedule(plan)
    before = dict(now.items)
    node = plan.nodes["a"]
    longer = ChangeSet(
        (replaced(node, msgspec.structs.replace(node, duration="24mo")),), message("Longer")
    )
    plan.apply(longer)
    after = agreed(now, plan, longer)
    assert after.items["a"] != before["a"]
    assert after.items["x"] is before["x"]
