"""What a roadmap shows of a plan: looks, corridors, marks, lanes, and that nothing is lost."""

import datetime as dt
from collections import defaultdict
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_planner.analysis.schedule import schedule
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.roadmap.axis import time_axis
from strategy_planner.layout.roadmap.entries import entries
from strategy_planner.layout.roadmap.legend import Sign, legend
from strategy_planner.layout.roadmap.options import RoadmapOptions, paper_options
from strategy_planner.layout.roadmap.pages import roadmap_pages
from strategy_planner.layout.roadmap.picture import roadmap_picture
from strategy_planner.layout.shapes import Label, Polygon, Polyline
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import (
    Gate,
    Link,
    Node,
    Pathway,
    PlanSettings,
    RegisterItem,
    Review,
    Track,
)

TODAY = dt.date(2019, 6, 7)
VISION = Node(id="v", kind="vision", number="V-001", title="Vision", date="2030年")
SAMPLES = (
    "worked_example",
    "bio_strategy_2019",
    "quantum_innovation",
    "ai_strategy",
    "data_dfft_privacy",
)


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.6 if ord(character) < 0x300 else 1.0) for character in text)


def plan_of(*records) -> Plan:
    return Plan.from_records(
        [PlanSettings(status_date=TODAY, reference_date=TODAY), VISION, *records]
    )


def node(id_: str, kind="action", **fields) -> Node:
    return Node(id=id_, kind=kind, number=id_.upper(), title=f"Item {id_}", **fields)


def needs(prerequisite: str, dependent: str = "v", **fields) -> Link:
    return Link(
        id=f"{prerequisite}-{dependent}",
        prerequisite=prerequisite,
        dependent=dependent,
        relation="requires",
        **fields,
    )


def entry_of(plan: Plan, id_: str, language="en"):
    dated, _ = entries(plan, schedule(plan), language)
    return next(entry for entry in dated if entry.id == id_)


def layout_of(plan: Plan, language="en", width=1200.0, **options):
    o = RoadmapOptions(width, **options)
    return roadmap_picture(plan, schedule(plan), language, measure, o)


def sample(name: str) -> Plan:
    return read_plan_json(bundled("sample_projects", f"{name}.json").read_bytes())


@pytest.mark.parametrize(
    ("written", "look", "finish"),
    [
        ("2020年度内", "solid", dt.date(2021, 4, 1)),
        ("2020年度", "solid", dt.date(2021, 4, 1)),
        ("2020年度目途", "open", dt.date(2021, 4, 1)),
        ("令和2年早期", "vague", dt.date(2020, 7, 1)),
        ("直ちに着手", "vague", dt.date(2019, 7, 8)),
        ("2021年度目途に順次実施", "fade", None),
        ("2021年度から", "fade", None),
        ("3年ごとの見直し", "reviews", None),
    ],
)
def test_a_bar_looks_as_its_date_is_written(written, look, finish):
    entry = entry_of(plan_of(node("a", date=written)), "a")
    assert (entry.look, entry.finish) == (look, finish)


def test_what_is_still_to_come_begins_at_the_status_date_and_what_is_over_where_it_was():
    plan = plan_of(node("a", date="2019年度内"), node("b", date="2018年度内"))
    assert entry_of(plan, "a").start == TODAY
    assert entry_of(plan, "b").start == dt.date(2018, 4, 1)


def test_a_duration_makes_the_bar_the_span_at_the_earliest_dates():
    plan = plan_of(node("a", duration="12mo"), needs("a"))
    entry = entry_of(plan, "a")
    assert (entry.look, entry.start, entry.finish) == ("solid", TODAY, dt.date(2020, 6, 7))
    assert entry.stop == dt.date(2031, 1, 1)


def test_a_late_item_is_hatched_from_its_latest_to_its_computed_finish_and_says_so():
    plan = plan_of(node("a", duration="13y"), needs("a"))
    entry = entry_of(plan, "a", "ja")
    assert entry.late == (dt.date(2031, 1, 1), dt.date(2032, 6, 7))
    assert entry.stop is None
    assert (entry.pill.severity, entry.pill.text) == ("error", "17か月不足")


def test_lateness_is_shown_on_a_zero_length_state_too():
    plan = plan_of(node("a", duration="13y"), node("s", "state"), needs("a", "s"), needs("s"))
    entry = entry_of(plan, "s")
    assert entry.look == "mark"
    assert entry.late == (dt.date(2031, 1, 1), dt.date(2032, 6, 7))


def test_a_missed_aim_is_a_warning_in_words_and_no_lateness():
    plan = plan_of(node("a", date="2019年内目途", duration="12mo"))
    entry = entry_of(plan, "a")
    assert entry.late is None
    assert entry.pill.severity == "warning"
    assert entry.look == "open"


def test_only_a_corridor_known_is_a_band_and_nothing_known_is_in_the_tray():
    plan = plan_of(node("a"), node("b"), needs("a"))
    assert entry_of(plan, "a").look == "band"
    dated, undated = entries(plan, schedule(plan), "en")
    assert [item.id for item in undated] == ["b"]
    assert [item.id for item in dated] == ["a"]


def test_done_blocked_and_dormant_items_have_their_own_look():
    plan = plan_of(
        node("d", actual_start=dt.date(2018, 1, 1), actual_finish=dt.date(2018, 6, 30)),
        node("x", date="2020年度"),
        RegisterItem(id="o", kind="obstacle", title="Law", touches=("x",)),
        node("p", duration="12mo"),
        node("q", duration="24mo"),
        node("s", "state"),
        needs("p", "s", choice="c", option="p"),
        needs("q", "s", choice="c", option="q"),
        needs("s"),
        *(_choice("c", "s")),
        Pathway(id="w", name="w", chosen={"c": ("p",)}, active=True),
    )
    looks = {entry.id: entry.look for entry in entries(plan, schedule(plan), "ja")[0]}
    assert looks["d"] == "done"
    assert looks["x"] == "blocked"
    assert looks["q"] == "dormant"
    assert entry_of(plan, "q", "ja").label == "Q Item q（選ばない案）"
    assert entry_of(plan, "x").pill.severity == "error"


def _choice(id_: str, node_id: str):
    from strategy_planner.model.records import Choice

    return [Choice(id=id_, node=node_id)]


def test_what_has_begun_shows_its_progress():
    plan = plan_of(node("a", duration="24mo", actual_start=dt.date(2019, 1, 1), progress=0.4))
    assert entry_of(plan, "a").share == 0.4


def test_a_gate_is_marked_on_its_day_to_apply():
    plan = plan_of(
        node("a", duration="12mo", gate="g", not_before=dt.date(2020, 1, 1)),
        needs("a"),
        Gate(id="g", name="Budget", every="yearly", on=("08-31",), leads="7mo"),
    )
    assert entry_of(plan, "a").gate == (dt.date(2019, 8, 31), "Apply by 31 Aug")
    assert entry_of(plan, "a").start == dt.date(2020, 4, 1)


def test_bars_and_lines_stand_where_their_days_are():
    plan = plan_of(node("a", not_before=dt.date(2020, 4, 1), duration="12mo"), needs("a"))
    layout = layout_of(plan)
    axis = layout.chart.axis
    placed = layout.chart.by_id["a"].placed.geometry
    assert placed.bar.left == axis.column(2020)[0]
    assert placed.bar.right == axis.column(2020)[1]
    assert layout.parts.status_x == axis.x(TODAY)
    assert layout.parts.vision_x == axis.x(dt.date(2031, 1, 1))
    assert axis.column(2020)[0] < axis.column(2021)[0]


def test_near_years_are_wider_and_the_change_is_told():
    axis = layout_of(plan_of(node("a", date="2025年"))).chart.axis
    near, far = (axis.column(year)[1] - axis.column(year)[0] for year in (2020, 2025))
    assert near == pytest.approx(1.75 * far)
    assert axis.far_from == 2022
    assert axis.years[-1] == 2031


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(2017, 1, 1), dt.date(2032, 12, 31)), st.sampled_from([1, 4, 10]))
def test_the_axis_is_monotonous_and_gives_back_its_days(day, month):
    days = [dt.date(2016, 1, 1), dt.date(2033, 1, 1)]
    axis = time_axis(TODAY, days, dt.date(2031, 1, 1), RoadmapOptions(1200), month)
    x = axis.x(day)
    assert axis.left <= x < axis.right
    assert axis.x(day + dt.timedelta(1)) > x
    assert abs((axis.day(x + 1e-6) - day).days) == 0


def test_far_future_and_distant_past_do_not_stretch_the_axis():
    days = [dt.date(1850, 1, 1), dt.date(2900, 1, 1)]
    axis = time_axis(TODAY, days, dt.date(2031, 1, 1), RoadmapOptions(1200), 4)
    assert len(axis.years) < 60
    assert axis.x(dt.date(2900, 1, 1)) == axis.right


def test_reviews_stand_in_the_header_on_their_days():
    plan = plan_of(Review(id="r1", date=dt.date(2020, 6, 30)), Review(id="r2"))
    layout = layout_of(plan)
    marks = [
        shape
        for shape in layout.parts.header
        if isinstance(shape, Polygon) and shape.stroke is not None
    ]
    assert [mark.points[0][0] for mark in marks] == [layout.chart.axis.x(dt.date(2020, 6, 30))]
    assert layout.chart.top > layout_of(plan_of()).chart.top


def test_the_era_stands_in_the_japanese_header_where_the_plan_wants_it():
    def header(language, **options):
        shapes = layout_of(plan_of(), language, **options).parts.header
        return {shape.text for shape in shapes if isinstance(shape, Label)}

    assert {"2019", "R元", "和暦"} <= header("ja")
    assert "R元" not in header("ja", era=False)
    assert {"FY2019", "Fiscal year"} <= header("en")
    assert "2019" in header("en", width=500)


def test_lanes_follow_the_order_of_tracks_and_goals_without_one_stand_below():
    plan = plan_of(
        Track(id="t2", name="Second", order=2),
        Track(id="t1", name="First", order=1),
        Track(id="t3", name="Empty", order=3),
        node("g", "area", date="2029年"),
        node("a", date="2020年度", track="t2"),
        node("b", date="2020年度", track="t1"),
    )
    names = [box.lane.name for box in layout_of(plan).chart.boxes]
    assert names == ["First", "Second", "Goal areas"]


def test_the_late_chain_is_linked_and_the_source_stands_above():
    plan = plan_of(node("a", duration="8y"), node("b", duration="8y"), needs("a", "b"), needs("b"))
    layout = layout_of(plan)
    assert [route.late for route in layout.routes] == [True]
    assert layout.chart.by_id["a"].centre < layout.chart.by_id["b"].centre


def test_in_time_only_the_selected_item_shows_what_drives_it():
    plan = plan_of(
        node("a", duration="8mo"), node("b", duration="8mo"), needs("a", "b"), needs("b")
    )
    o = RoadmapOptions(1200)
    result = schedule(plan)
    assert roadmap_picture(plan, result, "en", measure, o).routes == ()
    chosen = roadmap_picture(plan, result, "en", measure, o, "b").routes
    assert [(route.link, route.late) for route in chosen] == [("a-b", False)]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_item_of_the_samples_stands_somewhere_and_once(name, language):
    plan = sample(name)
    layout = layout_of(plan, language)
    shown = [stood.id for stood in layout.chart.items]
    shown += [vision.id for vision in layout.parts.visions]
    shown += [box.id for box in layout.tray]
    assert sorted(shown) == sorted(schedule(plan).items)
    assert layout.given == layout.placed == len(shown)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("language", "width"), [("ja", 1140), ("en", 1140), ("en", 620)])
@pytest.mark.parametrize("rows", ["by_time", "by_links"])
def test_no_words_overlap_each_other_or_leave_the_picture(name, language, width, rows):
    layout = layout_of(sample(name), language, width, rows=rows, least_year=30.0)
    picture = layout.picture()
    boxes = []
    for shape in picture.shapes:
        if isinstance(shape, Label) and shape.text:
            span = measure(shape.text, shape.size, shape.weight)
            left = shape.x - {"start": 0, "middle": span / 2, "end": span}[shape.anchor]
            boxes.append((left, shape.y - 0.8 * shape.size, left + span, shape.y, shape.text))
    for left, top, right, bottom, text in boxes:
        assert -0.01 <= left <= right <= picture.width + 0.01, text
        assert 0 <= top <= bottom <= picture.height, text
    boxes.sort(key=lambda box: box[1])
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other[1] >= one[3]:
                break
            assert one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01, (one, other)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [1140, 700])
def test_words_never_cross_an_edge_of_their_bar_or_the_vision(name, width):
    layout = layout_of(sample(name), "en", width)
    vision = layout.parts.vision_x
    for stood in layout.chart.items:
        placed, words = stood.placed, stood.placed.wording.words
        edges = [placed.geometry.bar.right, placed.geometry.bar.left]
        if placed.entry.look in {"fade", "reviews"}:
            edges = edges[1:]
        if placed.geometry.stop is not None:
            edges.append(placed.geometry.stop)
        if placed.geometry.late is not None:
            edges += [placed.geometry.late.left, placed.geometry.late.right]
        if vision is not None:
            edges.append(vision)
        assert not any(words.left < edge < words.right for edge in edges), placed.entry.label


def test_a_title_without_room_becomes_a_numbered_note_that_keeps_it_whole():
    title = "A very long title " * 12
    plan = plan_of(
        Node(id="a", kind="action", number="A-1", title=title, date="2025年"),
        node("b", date="2026年"),
    )
    layout = layout_of(plan, width=700)
    assert layout.chart.by_id["a"].placed.text == "※1"
    assert " ".join(layout.notes) == f"※1 A-1 {title.strip()}"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("height", [220.0, 430.0])
def test_pages_hold_every_item_and_none_is_too_high(name, height):
    plan = sample(name)
    result = schedule(plan)
    pages = roadmap_pages(plan, result, "ja", measure, paper_options(770), height)
    assert pages.given == pages.placed == len(result.items)
    assert all(page.height <= height + 0.01 for page in pages.pages)
    named = {
        shape.item
        for page in pages.pages
        for shape in page.shapes
        if isinstance(shape, Label) and shape.item
    }
    assert named == set(result.items)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_few_undated_items_take_no_page_of_their_own(language):
    plan = sample("worked_example")
    pages = roadmap_pages(plan, schedule(plan), language, measure, paper_options(770), 430)
    sign = {"ja": "時期があいまい", "en": "Vague"}[language]
    for page in pages.pages:
        assert sign in {shape.text for shape in page.shapes if isinstance(shape, Label)}


def test_the_legend_names_what_the_chart_shows_and_nothing_else():
    plan = plan_of(node("a", date="2020年度", track=None), node("b", date="2021年度目途"))
    page = roadmap_pages(plan, schedule(plan), "en", measure, paper_options(770), 400).pages[0]
    texts = [shape.text for shape in page.shapes if isinstance(shape, Label) and shape.text]
    assert texts[texts.index("Committed") :][:3] == [
        "Committed",
        "Aimed at",
        "Slack until the latest date",
    ]
    assert not {"Vague", "Too late", "Gate", "Review", "Blocked"} & set(texts)


def test_a_blocked_item_is_told_in_the_legend():
    obstacle = RegisterItem(id="o", kind="obstacle", title="Consent", touches=("a",))
    plan = plan_of(node("a", date="2020年度"), obstacle)
    page = roadmap_pages(plan, schedule(plan), "en", measure, paper_options(770), 400).pages[0]
    assert "Blocked" in {shape.text for shape in page.shapes if isinstance(shape, Label)}


def test_the_lines_of_a_legend_are_about_equally_long():
    signs = legend(get_args(Sign), 770, "en", measure, paper_options(770))[0]
    lines = defaultdict(list)
    for shape in signs:
        if isinstance(shape, Label):
            lines[shape.y].append(shape.x + measure(shape.text, shape.size, 400))
    ends = [max(line) for line in lines.values()]
    assert len(ends) > 1
    assert max(ends) <= 770
    assert min(ends) > 0.7 * max(ends)


def test_a_lane_that_is_continued_says_so_on_the_next_page():
    items = [node(f"a{index}", date="2020年度", track="t") for index in range(60)]
    plan = plan_of(Track(id="t", name="Research"), *items)
    pages = roadmap_pages(plan, schedule(plan), "en", measure, paper_options(770), 400)
    texts = [{s.text for s in page.shapes if isinstance(s, Label)} for page in pages.pages]
    assert len(texts) > 1
    assert "Research" in texts[0]
    assert any("continued" in text for text in texts[1])


def test_a_vision_without_anything_else_still_makes_a_picture():
    layout = layout_of(plan_of())
    assert layout.given == layout.placed == 1
    assert layout.picture().height > 0
    empty = Plan()
    assert roadmap_pages(empty, schedule(empty), "en", measure, paper_options(770), 400).pages == ()


@pytest.mark.parametrize("width", [420, 620, 1140])
def test_no_rule_of_the_header_crosses_a_year(width):
    layout = layout_of(sample("worked_example"), "en", width)
    header = layout.parts.header
    years = [shape for shape in header if isinstance(shape, Label) and shape.anchor == "middle"]
    rules = [shape for shape in header if isinstance(shape, Polyline) and shape.points[0][1] > 0]
    assert years
    for year in years:
        half = measure(year.text, year.size, year.weight) / 2
        for rule in rules:
            (x, top), (end, _) = rule.points
            if x == end and abs(x - year.x) < half:
                assert top > year.y
