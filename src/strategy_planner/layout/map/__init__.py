"""The map of a plan: everything runs to the vision, a wall at the right."""

from strategy_planner.layout.map.alignment import Line, aligned
from strategy_planner.layout.map.chains import driving_links
from strategy_planner.layout.map.compose import map_layout, pin_for
from strategy_planner.layout.map.content import Reading
from strategy_planner.layout.map.elements import Box, MapLayout
from strategy_planner.layout.map.far_labels import far_labels
from strategy_planner.layout.map.provisional import provisional
from strategy_planner.layout.map.refresh import refreshed
from strategy_planner.layout.map.scope import EVERY_STEP, WHOLE, Scope, excerpt
from strategy_planner.layout.map.structure import track_group

__all__ = [
    "EVERY_STEP",
    "WHOLE",
    "Box",
    "Line",
    "MapLayout",
    "Reading",
    "Scope",
    "aligned",
    "driving_links",
    "excerpt",
    "far_labels",
    "map_layout",
    "pin_for",
    "provisional",
    "refreshed",
    "track_group",
]
