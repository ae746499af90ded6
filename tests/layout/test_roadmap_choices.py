"""The choices of an item on its row of the roadmap: ★, the ticks, their words, and room for them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.test_roadmap import TODAY, VISION, layout_of, measure, needs, node, plan_of
from strategy_planner.analysis.decisions.choice_days import choice_days
from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.roadmap.options import paper_options
from strategy_planner.layout.roadmap.pages import roadmap_pages
from strategy_planner.layout.shapes import Label
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Choice, Pathway, PlanSettings


def plan_with_choice(*more, first="24mo", second="60mo", title="State", today=TODAY) -> Plan:
    """A state with two ways to it, which close on 2029-01-01 and 2026-01-01 unless said."""
    return Plan.from_records(
        [
            PlanSettings(status_date=today, reference_date=today),
            VISION,
            node("a", duration=first),
            node("b", duration=second),
            node("s", "state", short=title),
            Choice(id="c", node="s", name="Way"),
            needs("a", "s", choice="c", option="one"),
            needs("b", "s", choice="c", option="two"),
            needs("s"),
            *more,
        ]
    )


def standing(plan: Plan, item="s", **options):
    return layout_of(plan, **options).chart.by_id[item].placed


def words_of(plan: Plan, language="en") -> list[str]:
    shapes = layout_of(plan, language).picture().shapes
    return [shape.text for shape in shapes if isinstance(shape, Label)]


def test_the_star_stands_on_the_last_day_to_decide_and_a_tick_where_the_first_option_is_lost():
    layout = layout_of(plan_with_choice())
    where, axis = layout.chart.by_id["s"].placed.geometry, layout.chart.axis
    assert where.decide == axis.x(dt.date(2029, 1, 1))
    assert where.closings == (axis.x(dt.date(2026, 1, 1)),)
    assert "Decide by 1 Jan" in words_of(plan_with_choice())
    assert "1/1までに決定" in words_of(plan_with_choice(), "ja")


def test_what_a_pathway_has_chosen_can_be_changed_until_then():
    chosen = Pathway(id="p", chosen={"c": ("one",)}, active=True)
    plan = plan_with_choice(chosen)
    assert choice_days(plan, schedule(plan))["s"].standing == "decided"
    assert "Changeable until 1 Jan" in words_of(plan)


def test_a_day_to_decide_that_has_passed_says_so_and_one_before_the_chart_is_left_out():
    plan = plan_with_choice(first="10y", second="11y", today=dt.date(2021, 2, 1))
    assert choice_days(plan, schedule(plan))["s"].standing == "missed"
    assert "Was to be decided by 1 Jan" in words_of(plan)
    assert standing(plan).geometry.closings == ()
    told = choice_days(plan, schedule(plan))["s"].sentences
    assert [one.into("en") for one in told] == [
        "The choice was to be made by 1 Jan 2021",
        "The first option closes on 1 Jan 2020",
    ]


def test_a_plan_without_choices_asks_for_no_calendar(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("strategy_planner.analysis.decisions.choice_days.decision_calendar", refuse)
    plan = plan_of(node("a", duration="12mo"), needs("a"))
    assert choice_days(plan, schedule(plan)) == {}


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 130),
    st.integers(1, 130),
    st.text("あ", min_size=1, max_size=30),
    st.floats(500, 1500),
)
def test_no_words_cover_the_marks_of_a_choice_or_are_covered(first, second, title, width):
    placed = standing(plan_with_choice(first=f"{first}mo", second=f"{second}mo", title=title),
                      width=width)  # fmt: skip
    where, wording = placed.geometry, placed.wording
    words = [span for span in (where.decide_words, wording.words) if span is not None]
    marks = [span for span in where.choice if span is not where.decide_words]
    for place, span in enumerate(words):
        assert not any(span.meets(other) for other in words[place + 1 :])
        assert not any(span.meets(mark) for mark in marks)
    extent = placed.extent
    assert all(extent.left <= span.left and span.right <= extent.right for span in (*words, *marks))


def test_paper_has_the_same_marks_and_their_signs_in_the_legend():
    plan = plan_with_choice()
    pages = roadmap_pages(plan, schedule(plan), "en", measure, paper_options(770), 400)
    told = [shape.text for shape in pages.pages[0].shapes if isinstance(shape, Label)]
    assert {"Decide by 1 Jan", "Decision due", "Option closes"} <= set(told)
