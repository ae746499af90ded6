"""The map of a plan: everything runs to the vision, a wall at the right."""

from strategy_planner.layout.map.alignment import Line, aligned
from strategy_planner.layout.map.chains import driving_links
from strategy_planner.layout.map.compose import map_layout, pin_for
from strategy_planner.layout.map.content import Reading
from strategy_planner.layout.map.elements import Box, MapLayout
from strategy_planner.layout.map.provisional import provisional
from strategy_planner.layout.map.refresh import refreshed

__all__ = [
    "Box",
    "Line",
    "MapLayout",
    "Reading",
    "aligned",
    "driving_links",
    "map_layout",
    "pin_for",
    "provisional",
    "refreshed",
]
