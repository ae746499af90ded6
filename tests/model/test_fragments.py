"""What is copied keeps what belongs to it; what is pasted is new throughout."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strategies import PLAIN, plans
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fragments import duplicate, fragment, outline_text, paste
from strategy_planner.model.plan import Plan


@pytest.fixture(scope="module")
def example() -> Plan:
    return read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())


@settings(max_examples=60, deadline=None)
@given(plans(max_nodes=10, texts=PLAIN), st.data())
def test_a_copy_pasted_anywhere_is_new_and_undoes(plan: Plan, data: st.DataObject) -> None:
    ids = (
        data.draw(st.lists(st.sampled_from(sorted(plan.nodes)), unique=True)) if plan.nodes else []
    )
    piece = fragment(plan, ids)
    assert set(piece.nodes) == set(ids)
    before, records = plan.copy(), set(map(id, plan.every_record()))
    try:
        inverse = plan.apply(paste(plan, piece, {}))
    except PlanError:
        assume(False)
    made = [record for record in plan.every_record() if id(record) not in records]
    assert len(plan.nodes) == len(before.nodes) + len(ids)
    assert sum(isinstance(record, r.Link) for record in made) == len(piece.links)
    numbers = [node.number for node in made if isinstance(node, r.Node)]
    assert not set(numbers) & {node.number for node in before.nodes.values()}
    assert len(set(numbers)) == len(numbers)
    plan.apply(inverse)
    assert plan == before


def test_a_fragment_is_a_plan_that_can_be_written_and_read(example: Plan) -> None:
    piece = fragment(example, example.nodes)
    assert read_plan_json(write_plan_json(piece).encode()).nodes == piece.nodes
    assert len(piece.nodes) == len(example.nodes)
    assert len(piece.links) == len(example.links)


def test_what_belongs_to_a_branch_comes_along(example: Plan) -> None:
    chosen = [
        node.id for node in example.nodes.values() if node.number in {"A-010", "A-011", "S-151"}
    ]
    piece = fragment(example, chosen)
    assert {node.number for node in piece.nodes.values()} == {"A-010", "A-011", "S-151"}
    assert len(piece.choices) == 1
    assert {link.choice for link in piece.links.values()} >= set(piece.choices)
    assert any(kpi.node in chosen for kpi in piece.kpis.values())
    assert piece.tracks
    assert not piece.register


def test_tracks_of_another_plan_are_found_by_name_or_come_along(example: Plan) -> None:
    action = next(node for node in example.nodes.values() if node.track and node.owner)
    track = example.tracks[action.track or ""]
    piece = fragment(example, [action.id])
    alike = Plan.from_records([r.PlanSettings(), r.Track(id="mine", name=track.name)])
    alike.apply(paste(alike, piece, {}))
    assert [node.track for node in alike.nodes.values()] == ["mine"]
    bare = Plan()
    bare.apply(paste(bare, piece, {}))
    assert [one.name for one in bare.tracks.values()] == [track.name]
    assert [node.track for node in bare.nodes.values()] == list(bare.tracks)


def test_a_pasted_date_goes_on_meaning_what_it_meant() -> None:
    read_on = dt.date(2019, 6, 7)
    node = r.Node(id="a", kind="action", title="A", date="年内")
    plan = Plan.from_records([r.PlanSettings(reference_date=read_on), node])
    other = Plan.from_records([r.PlanSettings(reference_date=dt.date(2030, 1, 1))])
    other.apply(paste(other, fragment(plan, ["a"]), {}))
    assert [one.date_read_on for one in other.nodes.values()] == [read_on]


def test_duplicates_stand_beside_their_originals(example: Plan) -> None:
    child = next(node for node in example.nodes.values() if node.parent is not None)
    plan = example.copy()
    change_set = duplicate(plan, [child.id])
    plan.apply(change_set)
    copy = next(change.after for change in change_set.changes if change.record == "node")
    assert isinstance(copy, r.Node)
    assert (copy.parent, copy.title) == (child.parent, child.title)
    assert copy.id != child.id
    assert copy.number != child.number


def test_as_text_items_are_lines_indented_by_the_outline() -> None:
    plan = Plan.from_records(
        [
            r.Node(id="a", kind="area", number="G-001", title="基盤"),
            r.Node(id="b", kind="state", number="S-001", title="間の項目", parent="a"),
            r.Node(
                id="c", kind="action", number="A-001", title="整備", parent="b", date="2020年度目途"
            ),
        ]
    )
    assert outline_text(plan, ["c", "a"], "ja") == "G-001 基盤\n    A-001 整備（2020年度目途）"
    assert outline_text(plan, ["c"], "en") == "A-001 整備 (2020年度目途)"
