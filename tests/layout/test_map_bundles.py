"""Links that say the same of an item arrive as one line; what differs keeps a line of its own."""

from itertools import pairwise

from map_checks import assert_routed, laid_out
from map_windows import link, node, plan_of
from strategy_planner.layout.map import MapLayout
from strategy_planner.layout.map.draw_links import route_shapes
from strategy_planner.layout.map.elements import Route
from strategy_planner.layout.shapes import Polyline
from strategy_planner.model import records as r

HELPERS = [node(f"a{i}") for i in range(4)]


def gathered(*links: r.Link) -> MapLayout:
    layout = laid_out(plan_of(*HELPERS, node("t", "state"), *links, link("t", "v")))
    assert_routed(layout)
    return layout


def into(layout: MapLayout, target: str) -> list[Route]:
    return [route for route in layout.routes if route.target == target]


def verticals(route: Route) -> set[float]:
    return {x1 for (x1, _), (x2, _) in pairwise(route.points) if x1 == x2}


def test_links_of_one_kind_share_a_trunk_and_a_port() -> None:
    layout = gathered(*(link(f"a{i}", "t") for i in range(4)))
    routes = into(layout, "t")
    assert {route.points[-1][1] for route in routes} == {layout.boxes["t"].middle}
    assert len(set[float]().union(*map(verticals, routes))) == 1


def test_what_also_leads_elsewhere_joins_the_line_of_the_others() -> None:
    links = [link(f"a{i}", "t") for i in range(3)]
    goals = [node("t", "state"), node("u", "state"), link("t", "v"), link("u", "v")]
    layout = laid_out(plan_of(*HELPERS, *goals, *links, link("a2", "u")))
    assert_routed(layout)
    routes = {route.source: route for route in into(layout, "t")}
    assert len({route.points[-1] for route in routes.values()}) == 1
    forks = [verticals(route) for route in layout.routes if route.source == "a2"]
    own = set[float]().union(*forks)
    assert len(own) <= 1
    assert own.isdisjoint(verticals(routes["a0"]) | verticals(routes["a1"]))


def test_kinds_and_bases_are_told_apart_at_the_target() -> None:
    layout = gathered(
        link("a0", "t"),
        link("a1", "t", relation="contributes"),
        link("a2", "t", relation="enables"),
        link("a3", "t", basis="inferred"),
    )
    routes = into(layout, "t")
    assert len({route.points[-1] for route in routes}) == len(routes) == 4


def test_options_stand_side_by_side_and_the_links_of_one_option_together() -> None:
    option_of = {"a0": "o", "a1": "o", "a2": "p"}
    links = [link(id_, "t", choice="c", option=option) for id_, option in option_of.items()]
    goal = [node("t", "state"), link("t", "v"), link("a3", "t"), r.Choice(id="c", node="t")]
    layout = laid_out(plan_of(*HELPERS, *goal, *links))
    ends = {route.source: route.points[-1][1] for route in into(layout, "t")}
    assert ends["a0"] == ends["a1"]
    assert len({ends["a0"], ends["a2"], ends["a3"]}) == 3
    (arc,) = layout.arcs
    assert arc.top < min(ends["a0"], ends["a2"])
    assert max(ends["a0"], ends["a2"]) < arc.bottom


def test_dashes_that_run_together_fall_on_one_another() -> None:
    layout = gathered(*(link(f"a{i}", "t", relation="contributes") for i in range(4)))
    lines = [
        [
            shape
            for shape in route_shapes(route)
            if isinstance(shape, Polyline) and shape.stroke.dash
        ]
        for route in into(layout, "t")
    ]
    ends = [line[-1].points for line in lines]
    assert len({points[0] for points in ends}) == 1
    assert len({points[1][0] for points in ends if len(points) > 2}) == 1
    assert all(len(line) == 2 for line in lines)


def test_a_plan_with_bundles_stays_still_when_one_of_them_goes() -> None:
    records = [*HELPERS, node("t", "state"), link("t", "v")]
    links = [link(f"a{i}", "t") for i in range(4)]
    before = laid_out(plan_of(*records, *links))
    after = laid_out(plan_of(*records, *links[:-1]), previous=before)
    assert {id_: before.boxes[id_] for id_ in ("a0", "a1", "a2", "t")} == {
        id_: after.boxes[id_] for id_ in ("a0", "a1", "a2", "t")
    }
