"""The picture of the pathways: every line runs through what it takes, and no label meets another."""

import datetime as dt
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from map_windows import link, node
from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.fonts import measure
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.placing import box_of
from strategy_planner.layout.pathways.chart import pathways_chart
from strategy_planner.layout.pathways.course import course_of
from strategy_planner.layout.pathways.options import AMPLE
from strategy_planner.layout.pathways.picture import pathways_picture
from strategy_planner.layout.pathways.placing import LANE, places_of
from strategy_planner.layout.pathways.strokes import stroke_of
from strategy_planner.layout.scaling import scaled
from strategy_planner.layout.shapes import Arc, Label, Picture, Polyline
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

EXAMPLE = Path(__file__).parents[2] / "sample_projects" / "worked_example.json"
TODAY = dt.date(2019, 6, 7)


def example() -> Plan:
    return read_plan_json(EXAMPLE.read_bytes())


def crowded(choices: int = 4, pathways: int = 7) -> Plan:
    """Choices of four options with long names, of which pathways take two or leave them open."""
    records: list[r.Record] = [
        r.PlanSettings(status_date=TODAY, reference_date=TODAY, title="計画" * 30),
        node("v", "vision", target="2030-12-31"),
    ]
    names = ["短い", "とても長い名前の選択肢で二行以上になるもの", "An option in English", "第四案"]
    for at in range(choices):
        records += [node(f"s{at}", "state"), link(f"s{at}", "v")]
        records.append(r.Choice(id=f"c{at}", node=f"s{at}", name="選択" * 12, needed=2))
        for place, name in enumerate(names):
            way = f"w{at}x{place}"
            records += [
                node(way, duration=f"{6 * place + 3}mo"),
                link(way, f"s{at}", choice=f"c{at}", option=name),
            ]
    for at in range(pathways):
        chosen = {
            f"c{one}": (names[(at + one) % 4], names[(at + 2 * one + 1) % 4])
            for one in range(choices)
            if (at + one) % 3 and names[(at + one) % 4] != names[(at + 2 * one + 1) % 4]
        }
        records.append(
            r.Pathway(
                id=f"p{at}",
                name=f"経路{at}" * (1 + 9 * (at % 2)),
                chosen=chosen,
                active=at == 1 or None,
            )
        )
    order = {r.Node: 0, r.Choice: 1, r.Link: 2, r.Pathway: 3}
    return Plan.from_records(sorted(records, key=lambda one: order.get(type(one), -1)))


def drawn(plan: Plan, language: str = "ja") -> Picture:
    return pathways_picture(plan, schedule(plan), language, measure)


def chart(plan: Plan, language: str) -> Chart:
    today = schedule(plan)
    course = course_of(plan, today, compare_pathways(plan, today), language)
    return pathways_chart(course, language, measure)


def test_the_picture_is_said_in_a_sentence_and_as_a_table() -> None:
    said = chart(example(), "en")
    assert said.sentence == "3 pathways; in time: Use of existing platforms (illustration)."
    assert said.values[0][:2] == ("Pathway", "How to provide health data (illustration)")
    assert said.values[2][1:3] == ("Use existing", "Marine-biodegradable + Plant-based")
    assert said.values[2][-1] == "0"


def test_a_larger_picture_is_the_same_picture() -> None:
    picture = drawn(example())
    back = scaled(scaled(picture, 2.0), 0.5)
    assert back == picture
    assert scaled(picture, 2.0).width == 2 * picture.width


@pytest.mark.parametrize("plan", [example(), crowded(), crowded(2, 1), crowded(1, 0)])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("is_narrow", [False, True])
def test_no_label_meets_another_or_leaves_the_picture(
    plan: Plan, language: str, is_narrow: bool
) -> None:
    picture = chart(plan, language).picture if is_narrow else drawn(plan, language)
    boxes = [
        box_of(shape, measure)
        for shape in picture.shapes
        if isinstance(shape, Label) and shape.text.strip()
    ]
    assert len(boxes) > 5
    for one, other in combinations(boxes, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        upright = min(one.bottom, other.bottom) - max(one.top, other.top)
        assert across <= 0.5 or upright <= 0.5
    for box in boxes:
        assert box.left >= 0
        assert box.right <= picture.width
        assert box.top >= 0
        assert box.bottom <= picture.height


def test_a_line_runs_through_the_stations_that_its_pathway_takes_and_no_others() -> None:
    plan = crowded()
    today = schedule(plan)
    course = course_of(plan, today, compare_pathways(plan, today), "ja")
    places = places_of(course, measure, "ja")
    for at, line in enumerate(course.lines):
        for column in places.columns:
            through = {
                stop.station.option if stop.station else ""
                for stop in column.stops
                if at in stop.lanes
            }
            assert through == set(line.through(column.junction))
    for column in places.columns:
        for above, below in pairwise(column.stops):
            assert above.y + above.height < below.y
        for stop in column.stops:
            assert all(stop.y < lane < stop.y + stop.height for lane in stop.lanes.values())
    for knot in places.knots:
        heights = sorted(knot)
        assert all(b - a >= LANE - 0.01 for a, b in pairwise(heights))


def test_each_line_is_one_way_from_today_to_its_card() -> None:
    """Every piece but the first begins where another one of its colour ends."""
    plan = example()
    picture = drawn(plan)
    for place, pathway in enumerate(plan.pathways.values()):
        colour = stroke_of(place, is_active=bool(pathway.active)).colour
        pieces = [
            shape
            for shape in picture.shapes
            if isinstance(shape, Polyline | Arc) and shape.stroke.colour == colour
        ]
        starts = {shape.points[0] for shape in pieces}
        ends = {shape.points[-1] for shape in pieces}
        assert len(starts - ends) == len(ends - starts) == 1
        assert max(x for x, _ in ends) - min(x for x, _ in starts) > 2 * AMPLE.station


def test_choices_stand_in_the_order_in_which_they_must_be_made() -> None:
    plan = example()
    today = schedule(plan)
    course = course_of(plan, today, compare_pathways(plan, today), "en")
    assert [one.id for one in course.junctions] == ["CH-DATA", "CH-MATERIAL"]
    days = [one.decide_by for one in course.junctions]
    assert days == [dt.date(2020, 1, 1), dt.date(2021, 4, 1)]


def test_lines_are_told_apart_without_colour() -> None:
    dashes = [stroke_of(place, is_active=False).dash for place in range(6)]
    assert len(set(dashes)) == 6
    looks = [stroke_of(place, is_active=False) for place in range(18)]
    assert len(set(looks)) == 18


def test_without_choices_the_picture_says_so() -> None:
    plan = Plan.from_records([r.PlanSettings(status_date=TODAY, reference_date=TODAY)])
    words = [shape.text for shape in drawn(plan, "en").shapes if isinstance(shape, Label)]
    assert "There is no choice in this plan yet." in words
