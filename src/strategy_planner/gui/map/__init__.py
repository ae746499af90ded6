"""The map on the screen: everything that is needed, from the vision backward."""

from strategy_planner.gui.map.view import MapView

__all__ = ["MapView"]
