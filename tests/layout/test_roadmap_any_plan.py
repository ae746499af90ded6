"""Whatever a plan holds, its roadmap is drawn, whole and readable."""

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.roadmap.options import RoadmapOptions, paper_options
from strategy_planner.layout.roadmap.pages import roadmap_pages
from strategy_planner.layout.roadmap.picture import roadmap_picture
from strategy_planner.model.errors import PlanError


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.6 if ord(character) < 0x300 else 1.0) for character in text)


@settings(max_examples=80, deadline=None)
@given(
    plans(max_nodes=12),
    st.sampled_from(["ja", "en"]),
    st.sampled_from(["by_time", "by_links"]),
    st.floats(500, 1600),
)
def test_every_item_stands_once_and_no_two_in_each_others_place(plan, language, rows, width):
    try:
        result = schedule(plan)
    except PlanError:
        return  # dates that leave the years that can be planned are refused before any picture
    layout = roadmap_picture(
        plan, result, language, measure, RoadmapOptions(width, rows=rows, least_year=20)
    )
    shown = [stood.id for stood in layout.chart.items]
    shown += [vision.id for vision in layout.parts.visions]
    shown += [box.id for box in layout.tray]
    assert sorted(shown) == sorted(result.items)
    rows = {}
    for stood in layout.chart.items:
        extent = stood.placed.extent
        assert not any(extent.meets(other) for other in rows.get(stood.centre, ()))
        rows.setdefault(stood.centre, []).append(extent)
    assert layout.picture().shapes
    pages = roadmap_pages(plan, result, language, measure, paper_options(770), 380)
    assert pages.given == pages.placed == len(result.items)
