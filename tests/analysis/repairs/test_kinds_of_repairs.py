"""Each kind of repair on a small plan whose answer follows by hand."""

import datetime as dt

import msgspec
import pytest

from analysis.repairs.repaired_plans import (
    action,
    chains_of,
    link,
    only_chain,
    plan_of,
    shortage,
    vision,
)
from strategy_planner.analysis.repairs.changes_json import changes_json
from strategy_planner.model import records as r


def of_kind(chain, kind):
    return [repair for repair in chain.repairs if repair.kind == kind]


def fields_after(repair):
    return {change["field"]: change["after"] for change in changes_json(repair.change_set)}


def choice_plan(*chosen):
    """Building takes 18 months, buying 6; there is a year."""
    ways = [("build", "18mo"), ("buy", "6mo")]
    return plan_of(
        *(action(id_, duration) for id_, duration in ways),
        vision("2020-12-31"),
        r.Choice(id="c", node="V"),
        *(link(id_, "V", choice="c", option=id_) for id_, _ in ways),
        *(r.Pathway(id="p", name="p", chosen={"c": (name,)}, active=True) for name in chosen),
    )


def test_the_unit_of_the_duration_is_kept():
    plan = plan_of(
        action("a", "2y"), action("b", "60d"), vision("2021-12-31"), link("a", "b"), link("b", "V")
    )
    chain = only_chain(plan)
    assert chain.days_short == 60
    enough, one_day_short = of_kind(chain, "shorten")
    assert fields_after(enough) == {"duration": "1y"}
    # 60 days less would leave nothing of b, and that is no shortening.
    assert fields_after(one_day_short) == {"duration": "1d"}
    assert one_day_short.leaves_days_short == 1


def test_an_optimistic_duration_holds_unless_nothing_else_suffices():
    plan = plan_of(action("a", "18mo", optimistic="15mo"), vision("2020-12-31"), link("a", "V"))
    gentle, deep = sorted(of_kind(only_chain(plan), "shorten"), key=lambda one: one.depth)
    assert fields_after(gentle) == {"duration": "15mo"}
    assert gentle.leaves_days_short == 90
    assert fields_after(deep) == {"duration": "12mo", "optimistic": "12mo"}
    assert "below its optimistic estimate of 15 months" in deep.message.into("en")
    wider = plan_of(
        action("a", "18mo", optimistic="15mo"),
        action("b", "12mo"),
        vision("2021-12-31"),
        link("a", "b"),
        link("b", "V"),
    )
    kinds = {fields_after(one)["duration"] for one in of_kind(only_chain(wider), "shorten")}
    assert kinds == {"6mo", "15mo"}


def test_what_has_begun_is_not_shortened_into_the_past():
    began = dt.date(2019, 1, 1)
    plan = plan_of(action("a", "24mo", actual_start=began), vision("2020-06-30"), link("a", "V"))
    (shorter,) = of_kind(only_chain(plan), "shorten")
    assert fields_after(shorter) == {"duration": "18mo"}
    tight = plan_of(action("a", "24mo", actual_start=began), vision("2020-01-15"), link("a", "V"))
    (shorter,) = of_kind(only_chain(tight), "shorten")
    assert fields_after(shorter) == {"duration": "13mo"}
    assert shorter.leaves_days_short == 16


def test_two_pieces_of_work_overlap_and_a_state_does_not():
    plan = plan_of(
        action("a", "12mo"),
        action("b", "6mo"),
        vision("2021-03-31"),
        link("a", "b"),
        link("b", "V"),
    )
    (overlap,) = of_kind(only_chain(plan), "overlap")
    assert overlap.items == ("a", "b")
    assert fields_after(overlap) == {"lag": "-3mo"}
    state = msgspec.structs.replace(plan.nodes["b"], kind="state")
    others = [one for one in plan.every_record() if one.key != "b"]
    assert not of_kind(only_chain(plan_of(*others[1:], state)), "overlap")


@pytest.mark.parametrize(("lag", "after"), [("4mo", "1mo"), ("100d", "31d"), ("1y", "0y")])
def test_a_wait_is_shortened_in_its_own_unit(lag, after):
    plan = plan_of(action("a", "12mo"), vision("2021-01-31"), link("a", "V", lag=lag))
    (shorter,) = of_kind(only_chain(plan), "overlap")
    assert shorter.leaves_days_short == 0
    assert fields_after(shorter) == {"lag": after}


def test_another_option_where_the_pathway_has_chosen():
    chain = only_chain(choice_plan("build"))
    other, nothing = of_kind(chain, "take_option")
    assert other.items == ("V", "buy")
    assert fields_after(other) == {"chosen": {"c": ("buy",)}}
    assert fields_after(nothing) == {"active": None}
    assert chains_of(choice_plan()) == ()


def test_a_way_that_makes_another_date_too_late_says_so_and_stands_behind():
    plan = plan_of(
        action("build", "18mo"),
        action("buy", "6mo"),
        action("rent", "6mo"),
        vision("2020-12-31"),
        r.Choice(id="c", node="V"),
        *(link(one, "V", choice="c", option=one) for one in ("build", "buy", "rent")),
        action("W", not_after=dt.date(2021, 12, 31)),
        r.Choice(id="d", node="W"),
        link("build", "W", choice="d", option="build"),
        action("slow", "36mo"),
        link("slow", "W", choice="d", option="slow"),
        r.Pathway(id="p", name="p", chosen={"c": ("build",), "d": ("build",)}, active=True),
        r.Pathway(id="q", name="q", chosen={"c": ("buy",), "d": ("slow",)}),
    )
    repairs = of_kind(only_chain(plan), "take_option")
    assert [[id_ for id_, _ in one.harms] for one in repairs] == [[], [], [], ["W"]]
    assert repairs[-1].message.into("en") == (
        "Follow “q”: then in time. But then W would miss a date, or miss it by more."
    )


def test_a_condition_is_dropped_only_where_it_is_not_shown_to_be_necessary():
    def offered(**fields):
        plan = plan_of(
            action("a", "18mo"),
            action("b", "6mo"),
            vision("2020-12-31"),
            link("a", "V", **fields),
            link("b", "V"),
        )
        return of_kind(only_chain(plan), "drop_condition")

    (dropped,) = offered(basis="planner", lag="0mo", type="FS")
    assert fields_after(dropped) == {"relation": "contributes", "type": None, "lag": None}
    assert "not shown to be necessary" in dropped.message.into("en")
    assert offered(evidence="weak")
    assert not offered()
    assert not offered(basis="stated")
    assert not offered(basis="planner", evidence="strong")


def test_the_only_condition_of_a_vision_stays():
    plan = plan_of(action("a", "18mo"), vision("2020-12-31"), link("a", "V", basis="planner"))
    assert not of_kind(only_chain(plan), "drop_condition")


def test_an_aim_is_narrowed_by_a_part_and_keeps_another():
    def area(id_):
        return r.Node(id=id_, kind="area", title=id_)

    plan = plan_of(
        area("late"),
        area("fine"),
        action("a", "18mo"),
        vision("2020-12-31"),
        link("a", "late"),
        link("late", "V"),
        link("fine", "V"),
    )
    (narrower,) = of_kind(only_chain(plan), "narrow")
    assert narrower.items == ("late", "V")
    assert fields_after(narrower) == {"relation": "contributes"}


def test_a_first_day_is_moved_by_what_is_needed_or_taken_away():
    def first_day(day, duration):
        plan = plan_of(action("a", duration, not_before=day), vision("2020-12-31"), link("a", "V"))
        (earlier,) = of_kind(only_chain(plan), "start_now")
        return fields_after(earlier)

    assert first_day(dt.date(2020, 9, 1), "6mo") == {"not_before": "2020-07-01"}
    assert first_day(dt.date(2020, 9, 1), "12mo") == {"not_before": None}


def test_a_written_date_that_holds_back_the_first_item_can_be_taken_away():
    plan = plan_of(
        action("a", "6mo", date="from September 2020"), vision("2020-12-31"), link("a", "V")
    )
    (earlier,) = of_kind(only_chain(plan), "start_now")
    assert fields_after(earlier) == {"date": None}


def gated(*, opens=(), on=("08-31",), ready="9mo"):
    return plan_of(
        r.Gate(id="g", name="Budget", on=on, opens=opens, leads="7mo"),
        action("before", ready),
        action("a", "12mo", gate="g"),
        vision("2022-06-30"),
        link("before", "a"),
        link("a", "V"),
    )


def test_the_work_that_missed_an_opening_is_shortened_to_catch_it():
    """Ready on 2021-05-01, the budget opens on 2022-04-01 and came before on 2021-04-01."""
    plan = gated(ready="16mo")
    chain = only_chain(plan)
    assert chain.items == ("a", "V")
    assert [fields_after(one) for one in of_kind(chain, "shorten") if one.items == ("before",)] == [
        {"duration": "15mo"}
    ]


def test_an_extra_opening_has_the_latest_day_to_apply_that_helps():
    (extra,) = of_kind(only_chain(gated(ready="16mo")), "other_opening")
    assert extra.leaves_days_short == 0
    assert fields_after(extra) == {"opens": ("2020-11-30",)}


def test_a_gate_without_an_opening_blocks_and_an_extra_one_unblocks():
    plan = gated(on=(), opens=(dt.date(2019, 8, 31),))
    chain = only_chain(plan)
    assert chain.days_short is None
    assert chain.items == ("a", "V")
    (extra,) = of_kind(chain, "other_opening")
    assert extra.gains_days is None
    assert extra.leaves_days_short == 0
    assert not of_kind(chain, "move_target")


def blocked(*more, **obstacle):
    return plan_of(
        action("a", "6mo"),
        *more,
        vision("2020-12-31"),
        link("a", "V"),
        r.RegisterItem(id="o", kind="obstacle", title="Law", touches=("a",), **obstacle),
    )


def test_an_obstacle_without_resolver_is_named_and_cleared():
    chain = only_chain(blocked())
    assert (chain.days_short, chain.reached, chain.blocked_by) == (None, None, ("o",))
    assert chain.items == ("a", "V")
    (cleared,) = chain.repairs
    assert cleared.kind == "resolve_obstacle"
    assert fields_after(cleared) == {"state": "closed"}
    assert (cleared.gains_days, cleared.leaves_days_short) == (None, 0)
    assert "“Law”, which nothing resolves so far" in cleared.message.into("en")


def test_a_dropped_resolver_is_taken_up_again():
    chain = only_chain(blocked(action("b", "1mo", status="dropped"), resolved_by=("b",)))
    assert chain.blocked_by == ("o", "b")
    (again,) = of_kind(chain, "take_up_again")
    assert fields_after(again) == {"status": "planned"}
    assert again.items == ("b",)


def test_a_late_resolver_need_not_be_waited_for():
    chain = only_chain(blocked(action("b", "12mo"), resolved_by=("b",)))
    assert chain.items == ("b", "a", "V")
    (cleared,) = of_kind(chain, "resolve_obstacle")
    assert cleared.leaves_days_short == 0


def test_two_obstacles_are_cleared_together():
    plan = blocked(
        r.RegisterItem(id="o2", kind="obstacle", title="Money", touches=("V",)),
    )
    chain = only_chain(plan)
    (both,) = chain.repairs
    assert both.kind == "combine"
    assert {change["id"] for change in changes_json(both.change_set)} == {"o", "o2"}


def test_two_chains_equally_late_are_shortened_together():
    plan = plan_of(
        action("a", "18mo"),
        action("b", "18mo"),
        vision("2020-12-31"),
        link("a", "V"),
        link("b", "V"),
    )
    chain = only_chain(plan)
    assert [repair.kind for repair in chain.repairs] == ["combine", "move_target"]
    changed = {(one["id"], one["after"]) for one in changes_json(chain.repairs[0].change_set)}
    assert changed == {("a", "12mo"), ("b", "12mo")}


@pytest.mark.parametrize(
    ("fields", "moved"),
    [
        ({"date": "2020"}, {"date": "by 2021-06-30"}),
        ({"date": "2020年内"}, {"date": "2021年6月30日まで"}),
        ({"target": dt.date(2020, 12, 31)}, {"target": "2021-06-30"}),
        ({"date": "2020", "target": dt.date(2022, 1, 1)}, {"date": "by 2021-06-30"}),
        (
            {"target": dt.date(2020, 12, 31), "not_after": dt.date(2021, 1, 31)},
            {"target": "2021-06-30", "not_after": "2021-06-30"},
        ),
    ],
)
def test_every_limit_that_is_missed_moves_to_the_day_that_is_reached(fields, moved):
    plan = plan_of(
        action("a", "18mo"), r.Node(id="V", kind="vision", title="V", **fields), link("a", "V")
    )
    repair = only_chain(plan).repairs[-1]
    assert repair.kind == "move_target"
    assert fields_after(repair) == moved
    assert "by explicit decision only" in repair.message.into("en")
    plan.apply(repair.change_set)
    assert shortage(plan, "V") == 0


def test_a_start_that_is_missed_moves_as_a_start():
    plan = plan_of(
        action("a", "6mo"), action("b", "6mo", date="start by 2020-03-31"), link("a", "b")
    )
    chain = only_chain(plan)
    assert chain.target == "b"
    assert fields_after(chain.repairs[-1]) == {"date": "start by 2020-07-01"}


def test_an_aim_that_is_missed_too_stays_as_it_is_written():
    plan = plan_of(action("a", "18mo", date="2020年内目途", target=dt.date(2020, 12, 31)))
    assert fields_after(only_chain(plan).repairs[-1]) == {"target": "2021-06-30"}


def test_a_missed_written_date_has_a_chain_and_a_missed_aim_has_none():
    late = plan_of(action("a", "18mo", date="2020年内"))
    assert only_chain(late).target == "a"
    assert chains_of(plan_of(action("a", "18mo", date="2020年内目途"))) == ()


def test_each_set_of_changes_says_what_for():
    plan = plan_of(action("a", "18mo"), vision("2020-12-31"), link("a", "V"))
    for repair in only_chain(plan).repairs:
        assert repair.change_set.reason == "Vが期限に6か月遅れるため。"


def test_what_cannot_come_goes_first_then_the_most_days_short():
    plan = plan_of(
        action("a", "18mo", not_after=dt.date(2020, 12, 31)),
        action("b", "24mo", not_after=dt.date(2020, 12, 31)),
        action("c", "1mo", not_after=dt.date(2020, 12, 31)),
        r.RegisterItem(id="o", kind="obstacle", touches=("c",)),
    )
    assert [chain.target for chain in chains_of(plan)] == ["c", "b", "a"]
