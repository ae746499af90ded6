"""What the pages of the analysis say, read back from the PDF: the figures of the analysis itself."""

import datetime as dt

import pytest

from packs_read_back import Pack, sample_pack, sample_plan, solid
from strategy_planner.analysis.budget.by_year import budget_by_year
from strategy_planner.analysis.decisions.calendar import decision_calendar
from strategy_planner.analysis.quality.check import check_quality
from strategy_planner.analysis.repairs.late_chains import late_chains
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import terms_of
from strategy_planner.briefing.pack import SECTIONS
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from structure_read_back import structure_of

TODAY = dt.date(2019, 6, 7)
LONG = "長い文章。" * 700


def small_plan(*more, **settings):
    return Plan.from_records([
        r.PlanSettings(status_date=TODAY, reference_date=TODAY, language="en", **settings),
        r.Node(id="v", kind="vision", number="V-001", title="Done", target=dt.date(2030, 12, 31)),
        *more,
    ])  # fmt: skip


def page_of(plan, name, **options):
    return "\n".join(Pack(plan, "en", sections=[name], **options).pages)


def test_every_repair_that_is_offered_first_stands_on_the_page_of_what_is_too_late():
    plan = sample_plan("worked_example")
    (chain,) = late_chains(plan, schedule(plan))
    page = solid(page_of(plan, "late"))
    for repair in chain.repairs[:8]:
        assert solid(repair.change_set.label.into("en")) in page
    assert "11monthstoolate" in page


def test_the_decision_calendar_has_every_option_with_its_closing_day():
    plan = sample_plan("worked_example")
    calendar = decision_calendar(plan, schedule(plan))
    pages = Pack(plan, "ja", sections=["alternatives"]).solid
    options = [option for choice in calendar.choices for option in choice.options]
    assert len(options) > 3
    for option in options:
        assert solid(option.option) in pages


def test_the_budget_adds_up_to_the_same_total_by_track_and_by_owner():
    plan = sample_plan("worked_example")
    total = budget_by_year(plan, schedule(plan)).total.total
    page = page_of(plan, "budget")
    assert page.count(f"{total:,}") == 2


def test_an_amount_below_nothing_has_a_triangle_and_an_unknown_one_is_no_zero():
    plan = small_plan(
        r.Node(id="a", kind="action", number="A-001", title="A", budget=((2020, -1500),)),
        r.Node(id="b", kind="action", number="A-002", title="B"),
    )
    page = page_of(plan, "budget")
    assert "△1,500" in page
    assert "1 item" in page
    assert " 0 " not in page


def test_the_quality_check_says_its_score():
    plan = sample_plan("worked_example")
    quality = check_quality(plan, schedule(plan))
    page = solid(page_of(plan, "quality"))
    assert f"{quality.score}of100" in page
    for outcome in quality.outcomes:
        if not outcome.is_passed:
            assert solid(outcome.rule.title.into("en")) in page


def test_what_is_to_be_decided_is_asked_first_due_first_and_the_missed_date_last():
    page = solid(page_of(sample_plan("worked_example"), "requests"))
    places = [page.index(solid(words)) for words in ("D-102", "D-101", "D-103", "How to bring")]
    assert places == sorted(places)


def test_a_request_longer_than_a_page_goes_on_and_loses_nothing():
    plan = small_plan(
        r.Node(id="d", kind="decision", number="D-001", title="Decide", description=LONG)
    )
    pack = Pack(plan, "en", sections=["requests"])
    assert len(pack.pages) > 1
    assert pack.solid.count("長") == 700


def test_the_changes_since_an_earlier_state_are_told_with_where_the_plan_stood():
    before = sample_plan("worked_example")
    node = next(one for one in before.nodes.values() if one.number == "A-011")
    after = before.copy()
    after.apply(set_fields(after, "node", node.id, duration="72mo"))
    page = solid(page_of(after, "changes", since=before))
    assert "96months→72months" in page
    assert "11monthstoolate→Intime" in page


def test_each_risk_stands_in_its_cell_of_the_grid_and_in_the_table():
    risks = [
        r.RegisterItem(id=f"r{n}", kind="risk", title=f"Risk {n}", likelihood=n / 5, impact=n,
                       response=f"Answer {n}")
        for n in range(1, 6)
    ]  # fmt: skip
    page = page_of(small_plan(*risks), "risks")
    for n in range(1, 6):
        assert f"Risk {n}" in page
        assert f"Answer {n}" in page


def test_a_kpi_with_a_course_has_its_chart_its_grade_and_its_values():
    pack = sample_pack("worked_example", "en")
    charts = solid("".join(pack.section("KPI charts")))
    assert "Domesticuseofbioplastics" in charts
    assert "B:behind" in charts
    assert "KPIstobeset" in pack.solid


@pytest.mark.parametrize("name", [n for n in SECTIONS if n not in {"cover", "summary"}])
def test_a_part_that_is_asked_for_by_name_says_so_where_it_has_nothing_to_say(name):
    pack = Pack(Plan.from_records([r.PlanSettings(status_date=TODAY)]), "en", sections=[name])
    assert all(pack.pages)


def test_the_parts_stand_in_the_order_in_which_they_are_asked_for():
    pack = Pack(sample_plan("worked_example"), "en", sections=["quality", "late"])
    assert pack.pages[0].startswith("Quality check")
    assert pack.pages[-1].startswith("Too late")


def test_the_chance_on_the_page_is_that_of_the_simulation_with_its_method():
    plan = sample_plan("worked_example")
    today = schedule(plan)
    found = simulate(plan, today, terms_of(plan.settings))
    chances = next(iter(found.targets.values()))
    pack = Pack(plan, "en", sections=["chance"])
    assert shown_chance(chances.chance_by_target, found.terms.samples) in pack.pages[0]
    assert "10,000runs,seed1" in pack.solid
    assert "A-011" in pack.solid


def test_a_plan_in_which_nothing_is_uncertain_has_no_page_of_chances():
    plan = small_plan(r.Node(id="a", kind="action", number="A-001", title="A", duration="12mo"))
    assert "How sure the targets are" not in Pack(plan, "en").text


def test_the_words_of_the_pack_are_explained_at_its_end():
    pack = sample_pack("worked_example", "ja")
    assert "後悔しない施策：" in pack.solid[-3000:]


def test_the_pathways_are_drawn_and_told_in_words():
    pack = Pack(sample_plan("worked_example"), "en", sections=["alternatives"])
    assert "Pathwaystothevision" in solid(pack.pages[0])
    (figure,) = structure_of(pack).all("Figure")
    assert "the vision comes on" in figure.alt
    assert len(pack.pages) == 2
