"""The items of the roadmap as assistive technology meets them."""

from PySide6.QtCore import QRect

from strategy_planner.gui.painted_stops import Stops
from strategy_planner.gui.roadmap.surface import RoadmapSurface


def spoken_stops(surface: RoadmapSurface) -> Stops:
    """What is painted on a roadmap, each item with its sentence and its place."""

    def place(id_: str) -> QRect:
        stop = surface.stop(id_)
        if stop is None:
            return QRect()
        x, y = surface.view.place(stop.x, stop.y)
        return QRect(round(x), round(y), round(stop.width), round(stop.height))

    return Stops(
        layout=lambda: surface.layout_shown,
        ids=lambda: (stop.id for stop in surface.stops),
        sentence=surface.sentence,
        place=place,
        current=surface.current,
        is_selected=lambda id_: id_ in surface.workspace.selection,
    )
