"""The quality check: each rule on the smallest plan that breaks it, the score, rules off."""

import datetime as dt

import pytest

from strategy_planner.analysis.quality.check import (
    TITLES,
    Quality,
    check_quality,
    score_of,
)
from strategy_planner.analysis.quality.check_json import check_json
from strategy_planner.analysis.quality.coverage_table import coverage_table
from strategy_planner.analysis.quality.score_words import score_in_words
from strategy_planner.analysis.schedule import schedule
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

STATUS = dt.date(2020, 1, 1)
VISION = r.Node(id="v", kind="vision", title="Vision", target=dt.date(2030, 12, 31))


def action(id_="a", **fields) -> r.Node:
    return r.Node(id=id_, kind="action", title=id_, **fields)


def requires(start="a", end="v", **fields) -> r.Link:
    return r.Link(
        id=f"{start}-{end}", prerequisite=start, dependent=end, relation="requires", **fields
    )


def entry(kind, id_="e", **fields) -> r.RegisterItem:
    return r.RegisterItem(id=id_, kind=kind, title="Entry", **fields)


def quality(*records, **settings) -> Quality:
    base = r.PlanSettings(status_date=STATUS, reference_date=STATUS, **settings)
    plan = Plan.from_records([base, *records])
    return check_quality(plan, schedule(plan))


def failing(found: Quality) -> dict[str, int]:
    return {one.rule.name: len(one.failing) for one in found.outcomes if one.failing}


DAY = dt.date(2025, 6, 2)
UNDATED = r.Node(id="v", kind="vision", title="V")
STATE = r.Node(id="s", kind="state", title="S")
OFFICE = r.Organisation(id="o", name="Office")


TWO_WAYS = (
    r.Choice(id="two", node="v"),
    r.Link(id="l", prerequisite="a", dependent="v", relation="requires"),
    r.Link(id="m", prerequisite="b", dependent="v", relation="requires", choice="two", option="1"),
    r.Link(id="n", prerequisite="c", dependent="v", relation="requires", choice="two", option="2"),
)


def kpi_with(value):
    """From 0 in 2019 to 44 in 2030, with a value after a year: 4 a year are needed."""
    first, last = dt.date(2019, 1, 1), dt.date(2030, 1, 1)
    return (
        r.Kpi(id="k", node="v", baseline=(first, 0), target=(last, 44)),
        r.Measurement(id="m", kpi="k", date=STATUS, value=value),
    )


def signpost(**fields):
    return entry("signpost", kpi="k", threshold=5, **fields)


BROKEN = {
    "link_without_reason": ([VISION, action(), requires()],
                            [VISION, action(), requires(reason="so it is")]),
    "link_without_basis": ([VISION, action(), requires()],
                           [VISION, action(), requires(basis="stated")]),
    "link_review_due": ([VISION, action(), requires(review_on=dt.date(2019, 1, 1))],
                        [VISION, action(), requires(review_on=DAY)]),
    "sufficiency_not_asked": ([VISION, action(), requires()],
                              [r.Node(id="v", kind="vision", title="V", sufficiency="sufficient"),
                               action(), requires()]),
    "means_insufficient": ([r.Node(id="v", kind="vision", title="V", sufficiency="insufficient")],
                           [r.Node(id="v", kind="vision", title="V", sufficiency="sufficient")]),
    "assumption_without_signpost": ([entry("assumption")],
                                    [entry("assumption"), entry("signpost", "s", touches=("e",))]),
    "assumption_broken": ([VISION, action(), requires(assumption="e"),
                           entry("assumption", state="broken")],
                          [VISION, action(), requires(assumption="e"),
                           entry("assumption", state="holding")]),
    "signpost_without_threshold": ([entry("signpost")], [entry("signpost", trigger="Above 5")]),
    "risk_without_response": ([entry("risk")], [entry("risk", response="Insure")]),
    "owner_missing": ([action()], [action(owner="o"), r.Organisation(id="o", name="Office")]),
    "duration_missing": ([action()], [action(duration="6mo")]),
    "kpi_to_be_set": ([r.Kpi(id="k", name="K")], [r.Kpi(id="k", target=(DAY, 1))]),
    "kpi_without_baseline": ([r.Kpi(id="k", target=(DAY, 1))],
                             [r.Kpi(id="k", baseline=(STATUS, 0), target=(DAY, 1))]),
    "vision_without_kpi": ([VISION], [VISION, r.Kpi(id="k", node="v")]),
    "no_review": ([VISION], [VISION, r.Review(id="r", date=DAY)]),
    "silent_track": ([r.Track(id="t", name="T")],
                     [r.Track(id="t", name="T"), action(track="t")]),
    "leap_of_years": ([VISION, action(duration="12mo"), requires()],
                      [VISION, action(duration="72mo"), requires()]),
    "date_on_closed_day": ([r.Node(id="m", kind="milestone", title="M",
                                   not_after=dt.date(2025, 6, 1))],
                           [r.Node(id="m", kind="milestone", title="M", not_after=DAY)]),
    "status_after_vision": ([r.Node(id="v", kind="vision", title="V",
                                    target=dt.date(2019, 1, 1))], [VISION]),
    "no_vision": ([action()], [VISION]),
    "seeds_push": ([UNDATED, action("a"), action("b"), requires()],
                   [UNDATED, action("a"), requires()]),
    "action_without_state": ([VISION, action(), requires()],
                             [VISION, STATE, action(), requires(end="s"), requires("s")]),
    "limit_not_from_vision": ([VISION, action(not_after=DAY), requires()],
                              [VISION, action(), requires()]),
    "target_by_trend_alone": ([VISION, *kpi_with(5)], [VISION, *kpi_with(3)]),
    "evidence_on_chain": ([VISION, action(duration="12mo"), requires(evidence="weak")],
                          [VISION, action(duration="12mo"), requires(evidence="strong")]),
    "done_before_prerequisite": (
        [VISION, action(), action("b", status="done"), requires("a", "b")],
        [VISION, action(status="done"), action("b", status="done"), requires("a", "b")]),
    "long_action": ([action(duration="72mo")], [action(duration="48mo")]),
    "no_first_step": ([VISION, action(not_before=dt.date(2022, 1, 1)), requires()],
                      [VISION, action(), requires()]),
    "far_date_exact": ([action(date="2028-05-16")], [action(date="FY2028")]),
    "vague_date_not_reviewed": (
        [action(date="早急に", date_read_on=dt.date(2018, 6, 1))], [action(date="早急に")]),
    "choice_without_alternative": (
        [VISION, action(), r.Choice(id="c", node="v"), requires(choice="c", option="1")],
        [VISION, action(), action("b"), r.Choice(id="c", node="v"),
         requires(choice="c", option="1"), requires("b", choice="c", option="2")]),
    "stated_without_source": (
        [VISION, action(), requires(basis="stated")],
        [VISION, action(source="p. 3"), requires(basis="stated")]),
    "one_owner": (
        [OFFICE, *(action(str(place), owner="o") for place in range(10))],
        [OFFICE, r.Organisation(id="p"), action("a", owner="p"),
         *(action(str(place), owner="o") for place in range(10))]),
    "first_step_not_robust": (
        [VISION, action(), action("b"), action("c"), *TWO_WAYS],
        [VISION, action(), action("b", not_before=DAY), action("c", not_before=DAY), *TWO_WAYS]),
    "signpost_without_owner": ([entry("signpost")], [entry("signpost", owner="o"), OFFICE]),
    "trigger_due": ([VISION, *kpi_with(1), signpost(lead="10y")],
                    [VISION, *kpi_with(1), signpost(lead="6mo")]),
    "entry_touches_nothing": ([VISION, entry("risk")], [VISION, entry("risk", touches=("v",))]),
    "change_type_missing": ([action()], [action(change_type="technology")]),
    "kpi_measures_no_end": ([r.Kpi(id="k")], [VISION, r.Kpi(id="k", node="v")]),
    "kpi_not_measured": (
        [r.Kpi(id="k", baseline=(dt.date(2015, 1, 1), 0), target=(DAY, 1))],
        [r.Kpi(id="k", baseline=(dt.date(2018, 6, 1), 0), target=(DAY, 1))]),
    "measurement_without_source": (
        [r.Kpi(id="k"), r.Measurement(id="m", kpi="k", value=1)],
        [r.Kpi(id="k"), r.Measurement(id="m", kpi="k", value=1, source="Survey")]),
    "obstacle_without_resolver": (
        [VISION, action(), entry("obstacle", touches=("a",))],
        [VISION, action(), action("b"), entry("obstacle", touches=("a",), resolved_by=("b",))]),
    "target_late": ([VISION, action(duration="20y"), requires()], [VISION, action(), requires()]),
    "without_means": ([r.Node(id="s", kind="state", title="S")],
                      [r.Node(id="s", kind="state", title="S"), action(), requires(end="s")]),
    "vision_without_date": ([r.Node(id="v", kind="vision", title="V")], [VISION]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_rule_fails_where_it_is_broken_and_only_there(name: str) -> None:
    broken, kept = BROKEN[name]
    assert name in failing(quality(*broken))
    assert name not in failing(quality(*kept))


def test_change_has_to_come_in_technology_behaviour_and_institutions() -> None:
    three = ("technology", "behaviour", "institution")
    all_of_them = [action(kind, change_type=kind) for kind in three]
    assert "change_not_covered" not in failing(quality(*all_of_them))
    assert failing(quality(*all_of_them[:2]))["change_not_covered"] == 1
    # What nobody has said is asked of each action, and not once more as three missing kinds.
    assert "change_not_covered" not in failing(quality(action()))


def test_a_table_tells_who_changes_what_and_what_nobody_does() -> None:
    plan = Plan.from_records([
        VISION, OFFICE, action("a", owner="o", change_type="technology"), action("b", owner="o"),
        action("c", change_type="technology"), action("d", owner="o", status="done"),
    ])  # fmt: skip
    table = coverage_table(plan, schedule(plan))
    assert table.owners == ("o", None)
    assert table.of("o", "technology") == ("a",)
    assert table.of("o", None) == ("b",)
    assert table.of(None, "technology") == ("c",)
    assert table.empty_changes == ("behaviour", "institution")


def test_that_nothing_is_required_is_not_told_again_as_unasked_sufficiency() -> None:
    state = r.Node(id="s", kind="state", title="S")
    helps = r.Link(id="l", prerequisite="a", dependent="s", relation="contributes")
    found = failing(quality(state, action(), helps))
    assert "without_means" in found
    assert "sufficiency_not_asked" not in found


def test_the_day_of_a_summit_is_its_own() -> None:
    summit = r.Node(id="m", kind="milestone", title="Summit", not_after=DAY)
    assert "limit_not_from_vision" not in failing(quality(VISION, summit, requires("m")))


def test_what_many_need_and_nothing_replaces_is_a_single_point_of_failure() -> None:
    states = [r.Node(id=f"s{i}", kind="state", title="S") for i in range(5)]
    links = [requires("a", one.id) for one in states] + [requires(one.id) for one in states]
    assert "single_point_of_failure" in failing(quality(VISION, action(), *states, *links))
    few = quality(VISION, action(), *states[:4], *links[:4], *links[5:9])
    assert "single_point_of_failure" not in failing(few)


def test_what_another_option_can_replace_is_no_single_point_whatever_the_pathway() -> None:
    states = [r.Node(id=f"s{i}", kind="state", title="S") for i in range(5)]
    ways = [
        requires(by, one.id, choice=f"c{one.id}", option=by) for one in states for by in ("a", "b")
    ]
    choices = [r.Choice(id=f"c{one.id}", node=one.id) for one in states]
    taken = r.Pathway(id="p", chosen={one.id: ("a",) for one in choices}, active=True)
    plan = (VISION, action("a"), action("b"), *states, *choices, *ways, taken)
    found = quality(*plan, *(requires(one.id) for one in states))
    assert "single_point_of_failure" not in failing(found)


def test_a_plan_of_ten_links_without_a_choice_holds_no_alternatives() -> None:
    actions = [action(f"a{i}") for i in range(10)]
    links = [requires(one.id) for one in actions]
    assert "no_alternatives" in failing(quality(VISION, *actions, *links))
    assert "no_alternatives" not in failing(quality(VISION, *actions[:9], *links[:9]))


def test_a_limit_leaves_some_cases_to_fail() -> None:
    actions = [action(f"a{i}") for i in range(10)]
    links = [requires(one.id, reason="so") for one in actions[:9]] + [requires("a9")]
    (one,) = [
        one
        for one in quality(VISION, *actions, *links).outcomes
        if one.rule.name == "link_without_reason"
    ]
    assert (one.checked, len(one.failing), one.is_passed) == (10, 1, True)


def test_a_rule_that_was_switched_off_is_named_with_its_reason() -> None:
    off = r.RuleOff(rule="owner_missing", reason="Owners are named in autumn")
    found = quality(action(), rules_off=(off,))
    assert "owner_missing" not in failing(found)
    assert found.off == (off,)


def test_the_score_falls_with_what_fails() -> None:
    assert quality().score == 100
    good = quality(VISION, action(duration="72mo"), requires(reason="so", basis="stated"))
    worse = quality(VISION, action(duration="72mo"), requires())
    late = quality(VISION, action(duration="20y"), requires())
    assert 100 > good.score > worse.score > late.score > 0


def test_what_the_rules_cost_is_what_the_score_lacks() -> None:
    plan = read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())
    found = check_quality(plan, schedule(plan))
    lost = sum(found.points_lost(one) for one in found.outcomes)
    assert 100 - found.score - 1 < lost <= 100 - found.score
    parts = [one for outcomes in found.by_theme.values() for one in outcomes]
    assert sorted(one.rule.name for one in parts) == sorted(o.rule.name for o in found.outcomes)
    assert all(0 <= score_of(outcomes) <= 100 for outcomes in found.by_theme.values())
    said = [words.into("en") for words in score_in_words(found)]
    assert any(words.startswith("−") and "Targets come too late" in words for words in said)


def test_a_rule_without_anything_to_look_at_does_not_count() -> None:
    assert "obstacle_without_resolver" not in {o.rule.name for o in quality(VISION).outcomes}


def test_every_rule_has_a_name_for_people() -> None:
    found = quality(VISION, action(), requires(), entry("risk"), r.Kpi(id="k"))
    assert {one.rule.name for one in found.outcomes} <= set(TITLES)


def test_every_finding_names_records_of_the_plan_and_says_the_same_in_both_languages() -> None:
    plan = read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())
    found = check_quality(plan, schedule(plan))
    coverage = coverage_table(plan, schedule(plan))
    english, japanese = (check_json(found, coverage, language) for language in ("en", "ja"))
    assert len(english["findings"]) == len(japanese["findings"]) > 40
    for one, other in zip(english["findings"], japanese["findings"], strict=True):
        assert all(plan.find(id_) is not None for id_ in one["items"])
        assert one["message"] != other["message"]
        assert one["rule"] == other["rule"]
    assert not any(row["passed"] for row in english["rules"][:3])
