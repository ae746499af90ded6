"""Each view of a plan as one finished picture, for files: whole, and not only what a window shows."""

from typing import Literal, get_args

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map import MapLayout, Reading, map_layout
from strategy_planner.layout.map.draw_cards import card_shapes
from strategy_planner.layout.map.draw_frames import frame_shapes
from strategy_planner.layout.map.draw_links import (
    arc_shapes,
    painting_order,
    pill_shapes,
    route_shapes,
)
from strategy_planner.layout.map.draw_wall import wall_shapes
from strategy_planner.layout.moving import moved
from strategy_planner.layout.pathways.picture import pathways_picture
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import roadmap_picture
from strategy_planner.layout.shapes import Measure, Picture, Rect, Shape
from strategy_planner.layout.theme import Theme
from strategy_planner.model.plan import Plan

View = Literal["map", "roadmap", "pathways"]
VIEWS: tuple[View, ...] = get_args(View)
MAP_MARGIN = 32.0
ROADMAP_WIDTH = 1600.0
LEAST_YEAR = 44.0
"""The narrowest a far year becomes on a roadmap of many years, in pixels."""


def view_picture(
    view: View, plan: Plan, schedule: Schedule, language: str, measure: Measure, theme: Theme
) -> Picture:
    """The whole map, roadmap or picture of the pathways of a plan, in pixels at 100 %."""
    if view == "map":
        reading = Reading(language, measure)
        return map_picture(map_layout(plan, schedule, language, measure), reading, theme)
    if view == "pathways":
        return pathways_picture(plan, schedule, language, measure)
    options = RoadmapOptions(
        ROADMAP_WIDTH,
        ground="surface" if theme.scheme == "light" else "canvas",
        era=plan.settings.show_era is not False,
        least_year=LEAST_YEAR,
    )
    return roadmap_picture(plan, schedule, language, measure, options).picture()


def map_picture(layout: MapLayout, reading: Reading, theme: Theme) -> Picture:
    """A map with everything on it at its place, a margin around."""
    extent = layout.extent
    right = extent.right if layout.wall is None else max(extent.right, layout.wall.box.right)
    width, height = right - extent.x + 2 * MAP_MARGIN, extent.height + 2 * MAP_MARGIN
    shapes = moved(
        _map_shapes(layout, reading, theme), MAP_MARGIN - extent.x, MAP_MARGIN - extent.y
    )
    return Picture(width, height, (Rect(0, 0, width, height, "canvas"), *shapes))


def _map_shapes(layout: MapLayout, reading: Reading, theme: Theme) -> list[Shape]:
    """From back to front, as the screen stacks them."""
    shapes: list[Shape] = []
    for frame in layout.frames.values():
        if not frame.folded:
            shapes += frame_shapes(frame, reading, theme)
    for route in sorted(layout.routes, key=painting_order):
        shapes += route_shapes(route)
    for frame in layout.frames.values():
        if frame.folded:
            shapes += frame_shapes(frame, reading, theme)
    if layout.wall is not None:
        shapes += wall_shapes(layout.wall, reading.language)
    for id_, card in layout.cards.items():
        box = layout.boxes[id_]
        shapes += moved(card_shapes(card, theme, reading), box.x, box.y)
    for arc in layout.arcs:
        shapes += arc_shapes(arc)
    for pill in layout.pills:
        shapes += pill_shapes(pill)
    return shapes
