"""The items of the map as assistive technology meets them."""

from collections.abc import Iterator

from PySide6.QtCore import QRect

from strategy_planner.gui.map.canvas import MapCanvas
from strategy_planner.gui.map.speaking import group_in_words, item_in_words
from strategy_planner.gui.painted_stops import Stops


def spoken_stops(canvas: MapCanvas) -> Stops:
    """What is painted on a map, from the vision back, each item with its sentence and place."""
    workspace, keeper, scene = canvas.workspace, canvas.keeper, canvas.map_scene

    def ids() -> Iterator[str]:
        layout = keeper.layout
        if layout is None:
            return
        if layout.wall is not None:
            yield layout.wall.id
        yield from sorted(
            (*layout.frames, *layout.cards),
            key=lambda id_: (layout.columns.get(id_, 0), scene.items_by_id[id_].y()),
        )

    def sentence(id_: str) -> str:
        if id_ == canvas.current:
            return canvas.accessibleDescription()
        if id_ not in workspace.plan.nodes:
            frame = keeper.layout.frames.get(id_) if keeper.layout is not None else None
            return "" if frame is None else group_in_words(frame, workspace.language)
        return item_in_words(workspace.plan, keeper.layout, id_, None, workspace.language)

    def place(id_: str) -> QRect:
        item = scene.items_by_id.get(id_)
        if item is None:
            return QRect()
        return canvas.mapFromScene(item.sceneBoundingRect()).boundingRect()

    return Stops(
        layout=lambda: keeper.layout,
        ids=ids,
        sentence=sentence,
        place=place,
        current=lambda: canvas.current,
        is_selected=lambda id_: id_ in workspace.selection,
    )
