"""When options close, against the golden examples and figures that follow by hand."""

import datetime as dt
import json
from pathlib import Path
from random import Random

import pytest

from analysis.random_plans import random_plan
from strategy_planner.analysis.backward import backward_pass
from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.decisions.calendar import decision_calendar
from strategy_planner.analysis.decisions.closing import closings as all_closings
from strategy_planner.analysis.decisions.signposts import trigger_of
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import (
    Choice,
    Kpi,
    Link,
    Measurement,
    Node,
    Pathway,
    PlanSettings,
    RegisterItem,
)

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json").read_text("utf-8")
)
STATUS = dt.date(2020, 1, 1)
SETTINGS = PlanSettings(status_date=STATUS, reference_date=STATUS)


def action(id_, months, **fields):
    return Node(id=id_, kind="action", title=id_, duration=f"{months}mo", **fields)


def link(start, end, option=None, choice="c"):
    return Link(
        id=f"{start}-{end}-{option}",
        prerequisite=start,
        dependent=end,
        relation="requires",
        choice=choice if option else None,
        option=option,
    )


def example_b(*more, **needed):
    """Two ways to the vision of 2023-12-31: A1 alone, or B2 and then C2."""
    return Plan.from_records(
        [
            SETTINGS,
            action("A1", 24),
            action("B2", 12),
            action("C2", 18),
            Node(id="V", kind="vision", title="V", target=dt.date(2023, 12, 31)),
            Choice(id="c", node="V", **needed),
            link("A1", "V", "one"),
            link("B2", "C2"),
            link("C2", "V", "two"),
            *more,
        ]
    )


def closings(plan):
    found = decision_calendar(plan, schedule(plan))
    return {
        (option.choice, option.option): option.closes_on
        for choice in found.choices
        for option in choice.options
    }


def test_the_golden_example() -> None:
    expected = GOLDEN["option_expiry_example_B"]
    plan = example_b()
    (choice,) = decision_calendar(plan, schedule(plan)).choices
    one, two = choice.options
    assert one.closes_on == dt.date.fromisoformat(expected["A1"])
    assert two.closes_on == dt.date.fromisoformat(expected["A2_chain"])
    assert choice.first_loss_on == dt.date.fromisoformat(expected["first_option_closes"])
    assert choice.decide_by == dt.date.fromisoformat(expected["final_decision_date"])
    assert two.days_left == (two.closes_on - STATUS).days
    assert (one.state, two.state) == ("open", "open")


def test_both_options_are_lost_with_the_first_where_both_are_needed() -> None:
    (choice,) = decision_calendar(example_b(needed=2), schedule(example_b(needed=2))).choices
    assert choice.decide_by == choice.first_loss_on == dt.date(2021, 7, 1)


def test_a_pathway_says_what_is_chosen_and_an_option_still_has_its_own_date() -> None:
    pathway = Pathway(id="p", chosen={"c": ("two",)}, active=True)
    plan = example_b(pathway)
    (choice,) = decision_calendar(plan, schedule(plan)).choices
    assert [option.state for option in choice.options] == ["not_chosen", "chosen"]
    assert closings(plan) == closings(example_b())


def test_an_option_that_was_begun_or_dropped_has_no_date() -> None:
    begun = example_b().copy()
    for node in ("B2", "C2"):
        begun = Plan.from_records(
            action(node, 12, actual_start=STATUS) if getattr(one, "id", "") == node else one
            for one in begun.every_record()
        )
    (choice,) = decision_calendar(begun, schedule(begun)).choices
    assert (choice.options[1].closes_on, choice.options[1].state) == (None, "begun")
    dropped = Plan.from_records(
        action("C2", 18, status="dropped") if getattr(one, "id", "") == "C2" else one
        for one in example_b().every_record()
    )
    (choice,) = decision_calendar(dropped, schedule(dropped)).choices
    assert (choice.options[1].closes_on, choice.options[1].state) == (None, "closed")
    assert choice.decide_by == dt.date(2022, 1, 1)


def test_an_option_whose_day_has_passed_is_closed() -> None:
    plan = example_b()
    found = decision_calendar(plan, schedule(plan, status_date=dt.date(2021, 9, 1)))
    (choice,) = found.choices
    assert [option.state for option in choice.options] == ["open", "closed"]
    assert [option.days_left for option in choice.options] == [122, -62]


def test_within_an_option_a_choice_counts_with_its_last_way() -> None:
    inner = Choice(id="d", node="C2")
    plan = example_b(
        inner,
        action("X", 6),
        action("Y", 30),
        link("X", "C2", "quick", "d"),
        link("Y", "C2", "slow", "d"),
    )
    found = closings(plan)
    # C2 must start on 2022-07-01, B2 on 2021-07-01; of X (2022-01-01) and Y (2020-01-01) one
    # will do, so that Y closes its own option but not the outer one.
    assert found["c", "two"] == dt.date(2021, 7, 1)
    assert found["d", "quick"] == dt.date(2022, 1, 1)
    assert found["d", "slow"] == dt.date(2020, 1, 1)


def test_signposts_that_touch_the_choice_its_item_or_its_links_are_to_be_watched() -> None:
    posts = [
        RegisterItem(id="s1", kind="signpost", touches=("c",)),
        RegisterItem(id="s2", kind="signpost", touches=("A1-V-one",)),
        RegisterItem(id="s3", kind="signpost", touches=("V",), state="closed"),
        RegisterItem(id="s4", kind="signpost", touches=("B2",)),
        RegisterItem(id="r1", kind="risk", touches=("c",)),
    ]
    plan = example_b(*posts)
    (choice,) = decision_calendar(plan, schedule(plan)).choices
    assert [option.signposts for option in choice.options] == [("s1", "s2"), ("s1",)]


def test_the_golden_trigger() -> None:
    expected = GOLDEN["trigger"]
    (t0, v0), (t1, v1) = expected["series"]
    kpi = Kpi(id="k", baseline=(dt.date(t0, 1, 1), v0))
    last = Measurement(id="m", kpi="k", date=dt.date(t1, 1, 1), value=v1)
    post = RegisterItem(
        id="s",
        kind="signpost",
        kpi="k",
        threshold=expected["threshold"],
        lead=f"{expected['lead_time_months']}mo",
    )
    plan = Plan.from_records([SETTINGS, kpi, last, post])
    found = trigger_of(plan, post, dt.date(2026, 1, 1))
    assert found is not None
    assert found.tips_on == dt.date(round(expected["tipping_year"]), 1, 1)
    assert found.decide_by.isoformat() == expected["decision_latest"]
    assert found.value_then == pytest.approx(expected["trigger_value_at_decision"])


def test_a_trend_that_leads_away_from_the_threshold_never_triggers() -> None:
    kpi = Kpi(id="k", baseline=(STATUS, 10))
    post = RegisterItem(id="s", kind="signpost", kpi="k", threshold=16)
    for value, is_triggered in ((20, True), (5, False), (10, False)):
        last = Measurement(id="m", kpi="k", date=dt.date(2022, 1, 1), value=value)
        plan = Plan.from_records([SETTINGS, kpi, last, post])
        assert (trigger_of(plan, post, dt.date(2023, 1, 1)) is not None) == is_triggered


@pytest.mark.parametrize("seed", range(0, 200, 100))
def test_a_closing_date_is_the_late_start_of_an_item_with_that_option_alone(seed) -> None:
    compared = 0
    for one in range(seed, seed + 100):
        plan = random_plan(Random(one), most=9)
        found = decision_calendar(plan, schedule(plan, pathway=None))
        others = [x for x in plan.every_record() if not isinstance(x, Pathway)]
        active = next((dict(p.chosen) for p in plan.pathways.values() if p.active), {})
        for choice in found.choices:
            for option in choice.options if choice.needed == 1 else ():
                if option.closes_on is not None:
                    chosen = {**active, choice.choice: (option.option,)}
                    alone = Plan.from_records([*others, Pathway(id="alone", chosen=chosen)])
                    dates = schedule(alone, pathway="alone").items.values()
                    assert option.closes_on in {item.late_start for item in dates}
                    compared += 1
    assert compared > 20


def closing_the_long_way(plan, choice, option):
    """An option's closing date from a network of its own, compiled and passed as a whole."""
    active = next((dict(one.chosen) for one in plan.pathways.values() if one.active), {})
    nodes = [node for node in plan.nodes.values() if not node.is_dropped]
    with watched(nodes) as watch:
        alone = {**active, choice: (option,)}
        network = compile_network(plan, plan.settings.status_date, alone, watch)
        closes = all_closings(network, backward_pass(network, watch).start)
    place = network.index.get(plan.choices[choice].node)
    selections = network.selections.get(place, ())
    taken = [one for choices in selections if choices.choice == choice for one in choices.options]
    if not taken or taken[0].dropped or network.phase[place] == DONE:
        return None
    (way,), begun = taken, network.phase[place] == BEGUN
    found = [closes[tie[0]] for tie in way.ties if not begun or tie[2] >= FF]
    if not begun:
        found += [max((closes[at] for at in one.resolvers), default=NEVER) for one in way.waits]
    least = min(found, default=NEVER)
    return None if least >= NEVER else dt.date.fromordinal(least)


@pytest.mark.parametrize("seed", range(0, 600, 200))
def test_a_closing_date_is_the_same_from_the_whole_passes(seed) -> None:
    compared = 0
    for one in range(seed, seed + 200):
        plan = random_plan(Random(one))
        for option in decision_calendar(plan, schedule(plan)).options:
            expected = closing_the_long_way(plan, option.choice, option.option)
            assert option.closes_on == expected, (one, option)
            compared += expected is not None
    assert compared > 50
