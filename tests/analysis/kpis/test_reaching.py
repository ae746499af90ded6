"""Dates that follow the KPIs: `reached_at` makes an item true, a weak trend moves its date."""

import datetime as dt

import msgspec
import pytest

from strategy_planner.analysis.chains import why
from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created, replaced
from strategy_planner.model.plan import Plan

STATUS = dt.date(2025, 4, 1)
START = dt.date(2020, 1, 1)
ON, OFF = True, None


def plan_of(*more, switch=ON, reached_at=20, direction="up", baseline=(START, 10)):
    """An action of a year, a state that needs it and has a KPI, a vision that needs the state."""
    return Plan.from_records(
        [
            r.PlanSettings(status_date=STATUS, reference_date=STATUS, kpi_dates=switch),
            r.Node(id="a", kind="action", number="A-001", title="Act", duration="12mo"),
            r.Node(id="s", kind="state", number="S-001", title="State"),
            r.Node(id="v", kind="vision", number="V-001", title="V", target=dt.date(2035, 3, 31)),
            r.Link(id="a-s", prerequisite="a", dependent="s", relation="requires"),
            r.Link(id="s-v", prerequisite="s", dependent="v", relation="requires"),
            r.Kpi(id="k", node="s", name="Share", direction=direction, baseline=baseline,
                  reached_at=reached_at),
            *more,
        ]
    )  # fmt: skip


def measured(value, day=dt.date(2025, 1, 1), id_="m", kpi="k"):
    return r.Measurement(id=id_, kpi=kpi, date=day, value=value)


def finish(plan, item="s", **options):
    return schedule(plan, **options).items[item].early_finish


def early_text(plan, item="s"):
    return why(plan, schedule(plan), item).early.text.into("en")


def never_reached(plan):
    found = findings(plan, schedule(plan))
    return [one for one in found if one.rule == "kpi_never_reached"]


def test_a_weak_trend_moves_the_state_and_what_needs_it():
    plan = plan_of(measured(15))  # one a year: 20 on 2030-01-01
    found = schedule(plan)
    assert found.items["s"].early_finish == dt.date(2030, 1, 2)
    assert found.items["s"].driven_by is None
    assert found.items["v"].early_finish == dt.date(2030, 1, 2)
    assert found.items["a"] == schedule(plan_of(measured(15), switch=OFF)).items["a"]
    assert found.items["s"].total_slack_days == (dt.date(2035, 4, 1) - dt.date(2030, 1, 2)).days
    text = early_text(plan)
    assert text.startswith("S-001 State")
    assert "“Share” reaches 20 on" in text
    assert text.endswith("at the present trend.")


def test_the_value_is_said_with_its_unit():
    plan = plan_of(measured(15))
    kpi = plan.kpis["k"]
    in_percent = msgspec.structs.replace(kpi, unit="%")
    plan.apply(ChangeSet((replaced(kpi, in_percent),), message("")))
    assert "“Share” reaches 20 % on" in early_text(plan)


def test_nothing_moves_while_the_planner_has_not_switched_it_on():
    plan = plan_of(measured(15), switch=OFF)
    assert finish(plan) == dt.date(2026, 4, 1)
    assert never_reached(plan_of(switch=OFF)) == []


def test_a_strong_trend_leaves_the_date_to_what_the_state_needs():
    plan = plan_of(measured(19.9))
    assert finish(plan) == dt.date(2026, 4, 1)
    assert schedule(plan).items["s"].driven_by == "a-s"


@pytest.mark.parametrize(
    ("direction", "goal", "value", "is_met"),
    [("up", 20, 20, True), ("up", 20, 19, False), ("down", 5, 4, True), ("down", 5, 6, False)],
)
def test_a_measured_value_makes_the_state_true_on_its_day(direction, goal, value, is_met):
    plan = plan_of(measured(value), reached_at=goal, direction=direction)
    dates = schedule(plan).items["s"]
    assert (dates.state == "done") == is_met
    if is_met:
        assert dates.early_start == dates.early_finish == dt.date(2025, 1, 2)
        assert finish(plan, "v") == STATUS
        assert "true since" in early_text(plan)
        assert "“Share” was measured on" in early_text(plan)
        assert all(one.rule != "finish_not_recorded" for one in findings(plan, schedule(plan)))


def test_what_was_measured_after_the_status_date_is_not_known_yet():
    later = measured(30, dt.date(2026, 1, 1))
    assert schedule(plan_of(later)).items["s"].state != "done"
    assert schedule(plan_of(later), status_date=dt.date(2026, 2, 1)).items["s"].state == "done"


def test_actions_add_to_the_trend_from_their_early_finish():
    adds = r.Contribution(id="c", node="a", kpi="k", amount=4)
    plan = plan_of(measured(15), adds)  # 15 + 1 a year + 4 from 2026-04-01: 20 on that day
    assert finish(plan) == dt.date(2026, 4, 2)
    assert "with what actions add" in early_text(plan)


def test_the_last_of_several_kpis_decides():
    other = r.Kpi(id="k2", node="s", direction="up", baseline=(START, 10), reached_at=25)
    plan = plan_of(measured(20), other, measured(15, id_="m2", kpi="k2"))
    assert finish(plan) == dt.date(2035, 1, 2)


@pytest.mark.parametrize(
    ("more", "baseline", "words"),
    [
        ((measured(9),), (START, 10), "never reaches 20"),
        ((), (START, 10), "nothing was measured"),
        ((), None, "nothing was measured"),
    ],
)
def test_a_kpi_that_never_comes_there_is_told_and_moves_nothing(more, baseline, words):
    plan = plan_of(*more, baseline=baseline)
    assert finish(plan) == dt.date(2026, 4, 1)
    (found,) = never_reached(plan)
    assert found.items == ("s", "k")
    text = found.message.into("en")
    assert "S-001 State" in text
    assert "“Share”" in text
    assert words in text
    assert found.message.into("ja") != text


def test_a_recorded_finish_and_a_begun_state_keep_their_rules():
    plan = plan_of(measured(15))
    node = plan.nodes["s"]
    done = msgspec.structs.replace(node, actual_finish=dt.date(2025, 2, 1))
    plan.apply(ChangeSet((replaced(node, done),), message("")))
    assert finish(plan) == dt.date(2025, 2, 2)
    begun = msgspec.structs.replace(node, actual_start=dt.date(2025, 2, 1))
    plan.apply(ChangeSet((replaced(done, begun),), message("")))
    assert schedule(plan).items["s"].early_start == dt.date(2025, 2, 1)
    assert finish(plan) == dt.date(2030, 1, 2)


def test_a_new_measurement_moves_the_dates_after_the_edit():
    plan = plan_of(measured(15))
    now = schedule(plan)
    edit = ChangeSet((created(measured(18, dt.date(2025, 3, 1), "m2")),), message(""))
    plan.apply(edit)
    after = rescheduled(now, plan, edit.changes)
    assert after == schedule(plan)
    assert after.items["s"].early_finish < now.items["s"].early_finish
    settings = plan.settings
    off = ChangeSet((replaced(settings, msgspec.structs.replace(settings, kpi_dates=None)),),
                    message(""))  # fmt: skip
    plan.apply(off)
    assert rescheduled(after, plan, off.changes).items["s"].early_finish == dt.date(2026, 4, 1)


def test_the_simulation_waits_for_the_kpi_as_the_passes_do():
    plan = plan_of(measured(15))
    (target,) = simulate(plan, schedule(plan), Terms(samples=10)).targets.values()
    assert target.p50 == dt.date(2030, 1, 2)
