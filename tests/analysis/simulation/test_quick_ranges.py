"""Quick ranges: which durations they spread, and that an estimate of its own goes before."""

import json

import pytest

from analysis.simulation.small_plans import action, after, needs, plan_of, simulated
from strategy_planner.analysis.simulation.terms import terms_of
from strategy_planner.commands.main import main
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.model import records as r
from strategy_planner.model.cells import read_cell, show_cell
from strategy_planner.model.edits import delete
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import field
from strategy_planner.model.naming import Names
from strategy_planner.model.quick_ranges import range_for, set_quick_range

TRACK = r.Track(id="t", name="研究開発")
WIDE = r.QuickRange(track="t", low=-0.5, high=0.5)


def plan(*records, **settings):
    return plan_of(
        action("a", duration="20d", track="t"), action("b", duration="10d"), *records, TRACK,
        *needs("b", "a"), *needs("v", "b"), target=after(30), **settings,
    )  # fmt: skip


def spans(found):
    days = found.finishes["v"] - after(1).toordinal()
    return days.min(), days.max()


def test_without_ranges_a_duration_is_certain():
    found = simulated(plan())
    assert found.uncertainty.is_none
    assert spans(found) == (30, 30)


def test_a_range_spreads_the_durations_of_its_track_and_no_other():
    found = simulated(plan(), ranges=(WIDE,), distribution="triangular")
    low, high = spans(found)
    assert 20 <= low < 21
    assert 39 < high <= 40
    assert list(found.uncertainty.ranged.values()) == [WIDE]
    assert found.targets["v"].chance_by_target == pytest.approx(0.5, abs=0.015)


def test_the_track_goes_before_the_kind_and_both_before_every_item():
    of_all, of_kind = r.QuickRange(low=0, high=1), r.QuickRange(kind="action", low=0, high=2)
    ranges = [of_all, of_kind, WIDE]
    assert range_for(action("a", track="t"), ranges) == WIDE
    assert range_for(action("a", track="u"), ranges) == of_kind
    assert range_for(r.Node(id="s", kind="state", title="s"), ranges) == of_all
    assert range_for(action("a"), [WIDE]) is None


def test_an_estimate_of_its_own_wins_and_what_is_done_or_takes_no_time_is_not_drawn():
    made = plan(
        action("own", "1d 2d 3d", track="t"), action("half", duration="5d", optimistic="1d"),
        action("done", duration="5d", status="done"), action("none"),
        *needs("v", "own", "half", "done", "none"),
    )  # fmt: skip
    found = simulated(made, ranges=(r.QuickRange(low=-0.2, high=0.8),))
    ids = list(found.items)
    assert {ids[place] for place in found.uncertainty.ranged} == {"a", "b"}


def test_the_plans_own_ranges_hold_unless_others_are_asked_for():
    settings = plan(quick_ranges=(WIDE,)).settings
    asked = r.QuickRange(track="t", low=-0.1, high=0.1)
    assert terms_of(settings).ranges == (WIDE,)
    assert range_for(action("a", track="t"), terms_of(settings, ranges=(asked,)).ranges) == asked


def test_ranges_are_kept_changed_and_taken_away_as_edits():
    made = plan()
    made.apply(set_quick_range(made, -0.2, 0.8, track="t"))
    made.apply(set_quick_range(made, 0, 1, kind="action"))
    undo = made.apply(set_quick_range(made, -0.3, 0.9, track="t"))
    assert [(one.track, one.kind, one.low) for one in made.settings.quick_ranges] == [
        ("t", None, -0.3), (None, "action", 0),
    ]  # fmt: skip
    assert read_plan_json(write_plan_json(made).encode()).settings == made.settings
    made.apply(undo)
    assert made.settings.quick_ranges[0].low == -0.2
    made.apply(set_quick_range(made, 0, 0, kind="action"))
    made.apply(delete(made, ["t"]))
    assert made.settings.quick_ranges == ()


@pytest.mark.parametrize(
    "wrong",
    [
        (r.QuickRange(low=0.1, high=0.5),),
        (r.QuickRange(low=-1.5, high=0.5),),
        (r.QuickRange(low=0, high=float("nan")),),
        (r.QuickRange(track="t", kind="action", low=0, high=1),),
        (r.QuickRange(track="gone", low=0, high=1),),
        (r.QuickRange(low=0, high=1), r.QuickRange(low=-0.1, high=1)),
    ],
)
def test_ranges_that_make_no_sense_are_refused(wrong):
    with pytest.raises(PlanError):
        plan(quick_ranges=wrong)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_written_of_ranges_is_read_back(language):
    made, of = plan(), field("settings", "quick_ranges")
    ranges = (WIDE, r.QuickRange(kind="state", low=-0.125, high=2), r.QuickRange(low=0, high=1))
    shown = show_cell(made, of, ranges, language)
    assert shown.startswith("研究開発=−50%,+50%; ")
    assert read_cell(of, shown, Names(made, language)) == ranges
    assert read_cell(of, "", Names(made, language)) == ()


@pytest.fixture
def plan_file(tmp_path):
    file = tmp_path / "plan.json"
    file.write_text(write_plan_json(plan()), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", ["研究開発", "t", "Action", "施策", "*"])
@pytest.mark.parametrize("shares", ["-20%,+80%", "－20％，＋80％", "−20 %, 80 %"])
def test_a_range_of_the_command_line_names_a_track_a_kind_or_everything(
    name, shares, plan_file, capsys
):
    call = ["simulate", plan_file, "--samples", "50", "--range", f"{name}={shares}"]
    assert main([*call, "--json"]) == 0
    (used,) = json.loads(capsys.readouterr().out)["quick_ranges"]
    assert (used["low"], used["high"]) == (-0.2, 0.8)
    assert used["items"] == (["a"] if name in {"研究開発", "t"} else ["a", "b"])
    assert main([*call, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "−20 % to +80 %" in said
    assert f"{len(used['items'])} of the duration" in said


@pytest.mark.parametrize("text", ["x=-20%,+80%", "*=20%", "*=+20%,+80%", "*=-20%,+8000%", ""])
def test_a_range_that_cannot_be_read_is_refused(text, plan_file, capsys):
    assert main(["simulate", plan_file, f"--range={text}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
