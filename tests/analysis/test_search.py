"""Words are found in every text of a plan, however they are written; marks stand where they are."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from large_plans import large_plan
from strategies import plans
from strategy_planner.analysis.folding import fold, places_of, words_of
from strategy_planner.analysis.search import Hit, entries_of, follow, home_of, search
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan

JAPANESE = st.text(
    st.sampled_from("バイオ戦略ﾊﾞｲｵﾃﾞｰﾀＡa１1ー−-①㍿がｶﾞ゛ 　"), min_size=1, max_size=20
)


@pytest.fixture(scope="module")
def example() -> Plan:
    return read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())


def found(plan: Plan, query: str) -> list[Hit]:
    return search(entries_of(plan.every_record()), query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ﾊﾞｲｵ", "バイオ戦略"),
        ("ばいお", "ﾊﾞｲｵ戦略"),
        ("ｄｘ", "DX推進"),
        ("2030年", "２０３０年度目途"),
        ("Ａ－０１１", "A-011"),
        ("ヴ", "ゔ"),
        ("1", "① 高機能"),
        ("STRASSE", "Straße"),
    ],
)
def test_width_kana_case_and_form_make_no_difference(query: str, text: str) -> None:
    (word,) = words_of(query)
    assert word in fold(text)
    assert places_of(text, (word,)) != []


def test_marks_stand_on_the_text_as_written() -> None:
    assert places_of("ﾊﾞｲｵとバイオ", words_of("ばいお")) == [(0, 4), (5, 8)]
    assert places_of("DX と AI", words_of("ai dx")) == [(0, 2), (5, 7)]
    assert places_of("aaa", ("aa", "a")) == [(0, 3)]


@given(JAPANESE, JAPANESE)
def test_what_is_folded_stays_folded_and_marks_lie_inside(text: str, query: str) -> None:
    assert fold(fold(text)) == fold(text)
    for start, end in places_of(text, words_of(query)):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("query", "kind", "field"),
    [
        ("A-011", "node", "number"),
        ("健康医療関連", "node", "title"),
        ("バイオファースト", "node", "title"),
        ("2019年12月まで", "node", "date"),
        ("例示", "node", "tags"),
        ("企業が共同で", "node", "title"),
        ("データベースの散在", "register", "title"),
        ("厚生労働省", "organisation", "name"),
        ("biobanks", "node", "title"),
    ],
)
def test_every_kind_of_text_is_found(example: Plan, query: str, kind: str, field: str) -> None:
    assert (kind, field) in {(hit.kind, hit.passage.field) for hit in found(example, query)}


def test_the_number_comes_first_then_titles_then_other_texts() -> None:
    plan = Plan.from_records(
        [
            r.Node(id="1", kind="action", number="A-001", title="Plain", notes="see A-003"),
            r.Node(id="2", kind="action", number="A-002", title="After A-003"),
            r.Node(id="3", kind="action", number="A-003", title="Itself"),
            r.Kpi(id="4", node="2", name="A-003 done"),
        ]
    )
    assert [hit.id for hit in found(plan, "a-003")] == ["3", "4", "2", "1"]
    assert found(plan, "   ") == []
    assert [hit.id for hit in found(plan, "plain a-003")] == ["1"], "every word, in any field"


def test_a_hit_leads_to_the_items_at_which_its_record_stands(example: Plan) -> None:
    entry = next(one for one in example.register.values() if one.touches)
    hit = next(one for one in found(example, str(entry.title)) if one.id == entry.id)
    assert home_of(example, hit) == entry.touches
    alone = Plan.from_records([r.Organisation(id="o", name="Ministry")])
    (hit,) = found(alone, "ministry")
    assert home_of(alone, hit) == ("o",)


@settings(deadline=None)
@given(plans())
def test_following_edits_is_as_reading_anew(plan: Plan) -> None:
    entries = entries_of(plan.every_record())
    for node_id in list(plan.nodes)[:2]:
        for change_set in (
            edits.set_fields(plan, "node", node_id, notes="ｱﾗﾀ"),
            edits.set_translation(plan, node_id, "title", "en", "Anew"),
            edits.delete(plan, [node_id]),
        ):
            inverse = plan.apply(change_set)
            follow(entries, plan, change_set)
            assert_same(entries, plan)
            if change_set.changes:
                plan.apply(inverse)
                follow(entries, plan, ChangeSet(inverse.changes, inverse.label))
                assert_same(entries, plan)


def assert_same(entries: dict, plan: Plan) -> None:
    anew = entries_of(plan.every_record())
    assert {id_: sorted(entry.passages) for id_, entry in entries.items()} == {
        id_: sorted(entry.passages) for id_, entry in anew.items()
    }


def test_a_thousand_items_are_searched_within_a_frame() -> None:
    entries = entries_of(large_plan(1000).every_record())
    took = []
    for query in ("データ", "基盤 1", "a-99", "どこにもない"):
        start = time.process_time()
        search(entries, query)
        took.append(time.process_time() - start)
    assert min(took) < 0.02
