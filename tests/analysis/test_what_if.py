"""Where a plan stands with its what-ifs, side by side."""

import datetime as dt

from analysis.repairs.repaired_plans import action, link, plan_of, vision
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.what_if import Reached, standings, with_chances
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.drafts import keep_draft


def late_plan():
    """A (36 months, 100) → V by the end of 2021: a year short."""
    return plan_of(action("A", "36mo", cost=100), vision("2021-12-31"), link("A", "V"))


def keep(plan, name, **fields):
    change_set = edits.set_fields(plan, "node", "A", **fields)
    plan.apply(keep_draft(plan, change_set.changes, name, None))


def test_the_plan_and_each_what_if_have_their_dates_late_items_and_cost() -> None:
    plan = late_plan()
    keep(plan, "Faster", duration="24mo", cost=150)
    keep(plan, "Slower", duration="48mo")
    now, faster, slower = standings(plan, schedule(plan))
    assert now.targets == {"V": Reached(dt.date(2022, 12, 31), -365)}
    assert (now.late, now.cost) == (("A", "V"), 100)
    assert faster.targets == {"V": Reached(dt.date(2021, 12, 31), 0)}
    assert (faster.late, faster.cost) == ((), 150)
    assert slower.targets["V"].slack_days == -730
    assert plan.nodes["A"].duration == "36mo"


def test_a_target_without_a_chain_and_runs_that_are_all_the_same_promise_nothing() -> None:
    plan = plan_of(vision("2021-12-31"))
    (now,) = with_chances(plan, standings(plan, schedule(plan)), lambda _plan, _today: {})
    assert not now.targets["V"].has_chain
    assert not now.targets["V"].estimated


def test_a_what_if_that_the_rules_refuse_says_why() -> None:
    change = r.FieldChange("link", "new", None, None,
                           {"id": "new", "from": "V", "to": "A", "relation": "requires"})  # fmt: skip
    plan = plan_of(
        action("A", "36mo"), vision("2021-12-31"), link("A", "V"),
        r.Draft(id="d", name="Round", changes=(change,)),
    )  # fmt: skip
    _, refused = standings(plan, schedule(plan))
    assert refused.refusal is not None
    assert not refused.targets


def test_chances_are_asked_for_the_changed_plan() -> None:
    plan = late_plan()
    keep(plan, "Faster", duration="24mo")
    found = list(standings(plan, schedule(plan)))
    lengths = []

    def chances(then, today):
        lengths.append(then.nodes["A"].duration)
        return {"V": 0.25}

    told = list(with_chances(plan, found, chances))
    assert lengths == ["36mo", "24mo"]
    assert [one.targets["V"].chance for one in told] == [0.25, 0.25]
