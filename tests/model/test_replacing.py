"""Find and replace over every text of a plan, as one step that can be taken back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import plans
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.replacing import find_places, record_of, replace_places

DAY = dt.date(2019, 6, 7)


def small() -> Plan:
    return Plan.from_records(
        [
            r.PlanSettings(title="データ戦略", authors=("データ課", "甲"), status_date=DAY,
                           reference_date=DAY),
            r.Node(id="v", kind="vision", number="V-001", title="データの社会", date="2030年",
                   tags=("データ", "例示"), notes="data.* [x] Data"),
            r.Translation(record="v", field="title", language="en", text="A data society"),
            r.Link(id="l", prerequisite="v", dependent="w", relation="informs", reason="データ"),
            r.Node(id="w", kind="action", number="A-001", title="甲"),
        ]
    )  # fmt: skip


def test_every_text_is_found_and_replaced_in_one_step() -> None:
    plan = small()
    places = find_places(plan, "データ", "情報")
    assert {(place.id, place.field.name) for place in places} == {
        ("settings", "title"), ("settings", "authors"), ("v", "title"), ("v", "tags"),
        ("l", "reason"),
    }  # fmt: skip
    inverse = plan.apply(replace_places(plan, places))
    assert plan.settings.authors == ("情報課", "甲")
    assert plan.nodes["v"].tags == ("情報", "例示")
    assert plan.links["l"].reason == "情報"
    assert find_places(plan, "データ", "") == []
    plan.apply(inverse)
    assert plan == small()


def test_translations_case_and_signs_are_taken_as_they_are() -> None:
    plan = small()
    assert [place.id for place in find_places(plan, "DATA", "x")] == ["v", "v/title/en"]
    assert find_places(plan, "DATA", "x", match_case=True) == []
    (place,) = find_places(plan, "data.* [x]", r"\1")
    assert place.after == r"\1 Data"
    (english,) = find_places(plan, "society", "world")
    assert record_of(plan, english) == "v"
    plan.apply(replace_places(plan, [english]))
    assert plan.translations["v/title/en"].text == "A data world"


def test_dates_as_written_are_texts_but_numbers_are_names() -> None:
    plan = small()
    assert [place.field.name for place in find_places(plan, "2030", "2031")] == ["date"]
    assert find_places(plan, "A-001", "B-001") == []


def test_a_title_is_not_emptied() -> None:
    plan = small()
    with pytest.raises(PlanError, match="cannot be left empty"):
        replace_places(plan, find_places(plan, "データの社会", " "))


@settings(deadline=None, max_examples=50)
@given(plans(), st.text(min_size=1, max_size=3))
def test_what_is_replaced_by_itself_changes_nothing(plan: Plan, wanted: str) -> None:
    places = find_places(plan, wanted, wanted, match_case=True)
    assert all(place.before == place.after for place in places)
    assert replace_places(plan, [one for one in places if one.after.strip()]).changes == ()


def with_options() -> Plan:
    return Plan.from_records(
        [
            r.PlanSettings(title="t", status_date=DAY, reference_date=DAY),
            r.Node(id="v", kind="vision", number="V-001", title="v"),
            r.Node(id="a", kind="action", number="A-001", title="a"),
            r.Node(id="b", kind="action", number="A-002", title="b"),
            r.Choice(id="c", node="v", name="c"),
            r.Link(id="l", prerequisite="a", dependent="v", relation="requires", choice="c",
                   option="Data law", reason="Data"),
            r.Link(id="m", prerequisite="b", dependent="v", relation="requires", choice="c",
                   option="Data fund"),
            r.Pathway(id="p", name="p", chosen={"c": ("Data law",)}),
            r.Translation(record="c:Data law", field="option", language="ja", text="Data 法"),
        ]
    )  # fmt: skip


def test_the_name_of_an_option_is_replaced_wherever_it_stands() -> None:
    plan = with_options()
    before = plan.copy()
    places = find_places(plan, "Data", "Facts")
    inverse = plan.apply(replace_places(plan, places))
    assert [(link.option, link.reason) for link in plan.links.values()] == [
        ("Facts law", "Facts"), ("Facts fund", None),
    ]  # fmt: skip
    assert plan.pathways["p"].chosen == {"c": ("Facts law",)}
    assert [(t.record, t.text) for t in plan.translations.values()] == [("c:Facts law", "Facts 法")]
    plan.apply(inverse)
    assert plan == before


def test_two_options_of_a_choice_never_become_one_by_replacing() -> None:
    plan = with_options()
    places = [place for place in find_places(plan, "law", "fund") if place.record == "choice"]
    with pytest.raises(PlanError, match="Data fund"):
        replace_places(plan, places)
