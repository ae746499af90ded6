"""The rules of SEMANTICS 2 to 4, each on a plan small enough to be calculated by hand."""

import datetime as dt
from itertools import pairwise

import pytest

from analysis.test_chains import link, node, vision
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

STATUS = dt.date(2020, 4, 1)


def day(text):
    return dt.date.fromisoformat(text)


def dates_of(*records, **options):
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    return schedule(Plan.from_records([settings, *records]), **options)


def early(result, id_):
    item = result.items[id_]
    return str(item.early_start), str(item.early_finish)


def late(result, id_):
    item = result.items[id_]
    return str(item.late_start), str(item.late_finish)


@pytest.mark.parametrize(
    ("kind", "lag", "expected"),
    [
        ("FS", "1mo", ("2021-05-01", "2021-08-01")),
        ("SS", "1mo", ("2020-05-01", "2020-08-01")),
        ("FF", "1mo", ("2021-02-01", "2021-05-01")),
        ("SF", "6mo", ("2020-07-01", "2020-10-01")),
        ("FS", "-3mo", ("2021-01-01", "2021-04-01")),
        ("FS", "5wd", ("2021-04-08", "2021-07-08")),
    ],
)
def test_3_1_a_link_and_its_lag(kind, lag, expected):
    records = [node("A", "12mo"), node("B", "3mo"), link("A", "B", type=kind, lag=lag)]
    assert early(dates_of(*records), "B") == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("FS", ("2029-09-01", "2030-09-01")),
        ("SS", ("2030-09-01", "2031-09-01")),
        ("FF", ("2029-12-01", "2030-12-01")),
        ("SF", ("2030-12-01", "2031-12-01")),
    ],
)
def test_4_1_the_limit_through_a_link(kind, expected):
    """B ends by 2030-12-31, so LF(B) = 2031-01-01 and LS(B) = 2030-10-01."""
    records = [
        node("A", "12mo"), node("B", "3mo", target=day("2030-12-31")),
        link("A", "B", type=kind, lag="1mo"),
    ]  # fmt: skip
    assert late(dates_of(*records), "A") == expected


def test_2_2_at_holds_the_last_day_of_work_in_its_window():
    result = dates_of(node("A", "6mo", date="2022年度"))
    assert early(result, "A") == ("2021-10-02", "2022-04-02")
    assert late(result, "A") == ("2022-10-01", "2023-04-01")


def test_2_2_from_by_and_start_by():
    assert early(dates_of(node("A", "6mo", date="2022年度より")), "A")[0] == "2022-04-01"
    result = dates_of(node("A", "6mo", date="2022年度内"))
    assert (early(result, "A")[0], late(result, "A")[1]) == ("2020-04-01", "2023-04-01")
    started = dates_of(node("A", "6mo", date="2022年度着手"))
    assert late(started, "A") == ("2023-03-30", "2023-09-30")


def test_2_2_an_aim_never_bends_a_date_but_its_miss_is_told():
    result = dates_of(node("A", "2y", date="2020年度目途"), vision(), link("A", "V"))
    item = result.items["A"]
    assert (item.late_finish, item.aim_missed_days) == (day("2031-01-01"), 365)
    assert result.items["A"].state == "ok"


def test_2_3_the_earlier_of_a_visions_dates_is_its_target():
    result = dates_of(node("V", kind="vision", date="2030年目途", target=day("2031-03-31")))
    assert result.targets["V"].target == day("2030-12-31")
    assert early(result, "V")[0] == "2020-04-01"
    open_end = dates_of(node("V", kind="vision", date="2030年より"))
    assert not open_end.targets


def test_2_4_a_window_that_is_over_binds_nothing_that_has_begun():
    begun = dates_of(node("A", "5y", date="2019年内", actual_start=day("2019-01-01")))
    assert begun.items["A"].state == "unanchored"
    waiting = dates_of(node("A", "5y", date="2019年内"))
    assert waiting.items["A"].state == "late"


def test_3_2_an_option_needs_all_its_links_and_a_choice_its_kth_option():
    records = [
        node("A", "10mo"), node("B", "14mo"), node("C", "20mo"), vision(),
        r.Choice(id="K", node="V", needed=2),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
        link("C", "V", choice="K", option="c"),
        r.Pathway(id="P", name="all", chosen={"K": ("a", "b", "c")}),
    ]  # fmt: skip
    result = dates_of(*records)
    assert early(result, "V")[0] == "2021-06-01"
    assert result.items["V"].driven_by == "B-V"
    assert {result.items[i].conditional for i in "ABC"} == {True}
    chosen = dates_of(*records, pathway="all")
    assert early(chosen, "V")[0] == "2021-12-01"
    assert {chosen.items[i].conditional for i in "ABC"} == {False}
    assert chosen.pathway == "P"


def test_3_4_what_has_begun_ends_on_the_status_date_at_the_earliest():
    result = dates_of(node("A", "3mo", actual_start=day("2019-05-01")))
    assert early(result, "A") == ("2019-05-01", "2020-04-01")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"actual_finish": day("2019-12-31")}, ("2020-01-01", "2020-01-01")),
        ({"status": "done", "actual_start": day("2019-02-01")}, ("2019-02-01", "2020-04-01")),
        ({"status": "done", "date": "2018年"}, ("2019-01-01", "2019-01-01")),
        ({"status": "done", "date": "2025年"}, ("2020-04-01", "2020-04-01")),
    ],
)
def test_3_5_what_is_done(fields, expected):
    result = dates_of(node("A", "12mo", **fields), vision(), link("A", "V"))
    assert early(result, "A") == expected
    item = result.items["A"]
    assert (item.state, item.late_finish, item.total_slack_days) == ("done", None, None)


def test_3_6_an_option_with_a_dropped_item_can_never_be_met():
    records = [
        node("X", status="dropped"), node("A", "12mo"), node("B", "24mo"), vision(),
        r.Choice(id="K", node="V"), link("X", "V", choice="K", option="a"),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
    ]  # fmt: skip
    result = dates_of(*records)
    assert "X" not in result.items
    assert early(result, "V")[0] == "2022-04-01"
    assert result.items["B"].conditional is False
    without = dates_of(*(one for one in records if one.key not in {"B", "B-V"}))
    assert without.targets["V"].blocked_by == ("X",)
    assert (without.items["V"].state, without.feasible) == ("blocked", False)


def test_3_7_an_obstacle_waits_for_the_first_of_its_resolvers():
    obstacle = r.RegisterItem(
        id="O", kind="obstacle", touches=("A",), resolved_by=("R", "Q"), state="broken"
    )
    records = [node("R", "12mo"), node("Q", "6mo"), node("A", "1mo"), vision(), link("A", "V")]
    result = dates_of(*records, obstacle)
    assert early(result, "A") == ("2020-10-01", "2020-11-01")
    assert result.items["R"].conditional
    assert result.critical_chain == ("Q", "A", "V")
    assert result.items["A"].driven_by is None


def test_3_7_on_a_link_only_the_link_waits():
    obstacle = r.RegisterItem(id="O", kind="obstacle", touches=("A-V",))
    records = [
        node("A", "1mo"), node("B", "6mo"), vision(), obstacle, r.Choice(id="K", node="V"),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
    ]  # fmt: skip
    assert early(dates_of(*records), "V")[0] == "2020-10-01"
    alone = dates_of(node("A", "1mo"), vision(), obstacle, link("A", "V"))
    assert alone.targets["V"].blocked_by == ("O",)
    assert late(alone, "A") == ("2030-12-01", "2031-01-01")
    begun = vision(actual_start=day("2020-01-01"))
    assert dates_of(node("A", "1mo"), begun, obstacle, link("A", "V")).feasible


def test_3_8_a_gate_moves_both_dates_to_its_openings():
    gate = r.Gate(id="G", on=("08-31",), leads="7mo")
    result = dates_of(gate, node("A", "12mo", gate="G", target=day("2026-06-30")))
    assert early(result, "A") == ("2021-04-01", "2022-04-01")
    assert late(result, "A") == ("2025-04-01", "2026-04-01")
    next_day = dates_of(r.Gate(id="G", on=("02-29",)), node("A", gate="G"))
    assert early(next_day, "A")[0] == "2021-03-01"


def test_3_8_without_an_opening_there_is_no_date():
    gate = r.Gate(id="G", opens=(day("2020-03-31"), day("2024-03-31")), leads="1d")
    asked_too_late = dates_of(gate, node("A", "1y", gate="G", target=day("2024-01-01")))
    assert asked_too_late.items["A"].late_finish == day("2021-04-02")
    closed = dates_of(gate, node("A", "1y", gate="G", not_before=day("2025-01-01")))
    assert (closed.items["A"].state, closed.items["A"].early_start) == ("blocked", None)


def test_4_4_total_and_free_slack():
    records = [
        node("A", "3mo"), node("B", "12mo"), node("C", "1mo"), vision(),
        link("A", "C"), link("B", "C"), link("C", "V"),
    ]  # fmt: skip
    items = dates_of(*records).items
    assert items["A"].free_slack_days == (day("2021-04-01") - day("2020-07-01")).days
    assert items["B"].free_slack_days == 0
    assert items["V"].free_slack_days == items["V"].total_slack_days
    assert dates_of(node("A")).items["A"].free_slack_days is None


def test_4_5_dormant_and_unanchored():
    records = [
        node("A"), node("B"), node("C"), vision(), r.Choice(id="K", node="V"),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
        r.Pathway(id="P", chosen={"K": ("a",)}, active=True),
    ]  # fmt: skip
    result = dates_of(*records)
    assert {i: result.items[i].state for i in "ABC"} == {
        "A": "ok", "B": "dormant", "C": "unanchored",
    }  # fmt: skip


def test_4_5_dormant_though_no_opening_of_its_gate_is_early_enough():
    records = [
        r.Gate(id="G", opens=(day("2050-04-01"),)), node("A"), node("B", gate="G"), vision(),
        r.Choice(id="K", node="V"),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
        r.Pathway(id="P", chosen={"K": ("a",)}, active=True), r.Pathway(id="Q"),
    ]  # fmt: skip
    assert dates_of(*records).items["B"].state == "dormant"
    not_chosen_yet = dates_of(*records[:-2], r.Pathway(id="Q")).items["B"]
    assert (not_chosen_yet.state, not_chosen_yet.late_finish) == ("unanchored", None)
    assert not_chosen_yet.drives is None


def test_4_6_equal_links_go_by_number_then_id_whatever_their_order():
    records = [
        r.Node(id="x", kind="action", number="A-2", title="x", duration="6mo"),
        r.Node(id="z", kind="action", number="A-1", title="z", duration="6mo"),
        r.Node(id="y", kind="action", number="A-1", title="y", duration="6mo"),
        vision(), link("x", "V"), link("z", "V"), link("y", "V"),
    ]  # fmt: skip
    assert dates_of(*records).critical_chain == ("y", "V")


def test_4_6_the_chain_of_the_vision_with_the_least_slack():
    records = [
        node("A", "12mo"), node("V", kind="vision", target=day("2030-12-31")),
        node("W", kind="vision", target=day("2021-12-31")), link("A", "V"), link("A", "W"),
    ]  # fmt: skip
    result = dates_of(*records)
    assert result.critical_chain == ("A", "W")
    assert result.items["A"].drives == "A-W"
    assert dates_of(node("A")).critical_chain == ()


def test_4_7_a_late_option_does_not_make_a_plan_infeasible():
    records = [
        node("A", "20y"), node("B", "12mo"), vision(), r.Choice(id="K", node="V"),
        link("A", "V", choice="K", option="a"), link("B", "V", choice="K", option="b"),
    ]  # fmt: skip
    result = dates_of(*records)
    assert (result.items["A"].state, result.feasible) == ("late", True)


def test_a_computed_date_out_of_range_names_its_item():
    with pytest.raises(PlanError) as refused:
        dates_of(node("A", "9999y"))
    assert refused.value.ids == ("A",)
    assert "A Title A" in refused.value.message.into("en")
    chain = [node(i, "9999w") for i in "ABCDEF"]
    ties = [link(a, b) for a, b in pairwise("ABCDEF")]
    with pytest.raises(PlanError) as refused:
        dates_of(*chain, *ties)
    assert refused.value.ids == ("F",)
    assert dates_of(*chain[:5], *ties[:4]).items["E"].early_finish.year < 3000


def test_an_unknown_pathway_is_refused():
    with pytest.raises(PlanError, match="no pathway “none”"):
        dates_of(node("A"), pathway="none")
    twins = [r.Pathway(id="P", name="same"), r.Pathway(id="Q", name="same")]
    with pytest.raises(PlanError, match="fits 2 pathways"):
        dates_of(*twins, pathway="same")


def test_a_country_without_known_holidays_is_refused_where_working_days_are_counted():
    settings = r.PlanSettings(status_date=STATUS, holidays="XX")
    with pytest.raises(PlanError, match="holidays of “XX” are not known") as refused:
        schedule(Plan.from_records([settings, node("A", "5wd")]))
    assert refused.value.ids == ("settings",)
