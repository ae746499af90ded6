"""Naming items where they stand: new ones at once, others when asked."""

from PySide6.QtCore import QObject, QRect

from strategy_planner.gui.map.canvas import MapCanvas
from strategy_planner.gui.map.items import MapItem, Side
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.records import NodeKind
from strategy_planner.model.texts import title_of


class Naming(QObject):
    """Adds items that are to be named, and writes titles through the canvas' editor."""

    def __init__(self, workspace: Workspace, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._workspace = workspace
        self._canvas = canvas
        self._keeper = canvas.keeper
        self.editor = canvas.editor
        self._fresh: tuple[str, int] | None = None
        """The item that was just added, and the step of the undo stack that added it."""
        self._edited: str | None = None
        self._wanted: str | None = None
        """An item that is to be named as soon as the map shows it."""
        self.editor.committed.connect(self._write_title)
        self.editor.cancelled.connect(self._leave_title)

    def forget(self) -> None:
        """Another plan: nothing is being named."""
        self._fresh = self._edited = self._wanted = None

    def settle(self) -> None:
        """The map was laid out anew: name what is waiting, and stay over what is being named."""
        scene = self._canvas.map_scene
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.go_to(wanted, write=True)
        elif self._edited is not None and self._edited in scene.items_by_id:
            scene.finish_motion()
            self._canvas.show_item(self._edited)
            self.editor.settle(self._seen_at(scene.items_by_id[self._edited]))

    def ask_what_is_needed(self) -> None:
        """What does the selected item need? A new item at its left, ready to be named."""
        chosen = self._canvas.current
        if chosen is None:
            return
        self._made(edits.add_prerequisite(self._workspace.plan, chosen))

    def add(self, kind: NodeKind) -> None:
        """A new item that hangs on nothing yet, ready to be named."""
        self._made(edits.add_node(self._workspace.plan, kind, ""))

    def add_at_end(self, item: str, side: Side) -> None:
        """A link was drawn to the ground: a new item stands at its end, ready to be named."""
        plan = self._workspace.plan
        if item in plan.nodes:
            verb = edits.add_dependent if side == "right" else edits.add_prerequisite
            self._made(verb(plan, item))

    def _made(self, change_set: ChangeSet) -> None:
        node = next(change.id for change in change_set.changes if change.record == "node")
        if self._workspace.do(change_set):
            self._fresh = (node, self._workspace.undo_stack.index())
            self.go_to(node, write=True)

    def edit_title(self, node: str | None = None) -> None:
        """Write the title of an item where it stands."""
        node = node or self._canvas.current
        item = self._canvas.map_scene.items_by_id.get(node or "")
        if node is None or item is None:
            return
        self._canvas.map_scene.finish_motion()
        self._canvas.show_item(node)
        self._edited = node
        record = self._workspace.plan.nodes[node]
        name = self._workspace.tr("Title of {number}", number=record.number or "")
        self.editor.edit(self._title(node), self._seen_at(item), name, self._canvas.zoom)

    def _seen_at(self, item: MapItem) -> QRect:
        """Where an item stands in the view, of the wall its upper part."""
        box = item.box
        lower = min(box.bottom, box.y + 120.0)
        return QRect(
            self._canvas.mapFromScene(box.x, box.y), self._canvas.mapFromScene(box.right, lower)
        )

    def go_to(self, node: str, *, write: bool) -> None:
        """Select an item, bring it into view, and write its title where that is asked."""
        self._keeper.show_item(node)
        self._workspace.select((node,))
        if node not in self._canvas.map_scene.items_by_id:
            self._wanted = node if write else None
            return
        self._canvas.show_item(node)
        if write:
            self.edit_title(node)

    def _title(self, node: str) -> str:
        return title_of(
            self._workspace.plan, self._workspace.plan.nodes[node], self._workspace.language
        )

    def _write_title(self, text: str, go_on: bool) -> None:
        node, self._edited = self._edited, None
        fresh, self._fresh = self._fresh, None
        if node is None or node not in self._workspace.plan.nodes:
            return
        if not text:
            self._take_back(fresh)
            return
        plan, language = self._workspace.plan, self._workspace.language
        if text != self._title(node):
            self._workspace.do(edits.write_text(plan, "node", node, "title", text, language))
        if go_on:
            self._workspace.select((node,))
            self.ask_what_is_needed()

    def _leave_title(self) -> None:
        fresh, self._fresh, self._edited = self._fresh, None, None
        self._take_back(fresh)

    def _take_back(self, fresh: tuple[str, int] | None) -> None:
        """An item that was added and never named goes again, as if it had not been."""
        if fresh is None or fresh[0] not in self._workspace.plan.nodes:
            return
        if self._workspace.plan.nodes[fresh[0]].title:
            return
        if self._workspace.undo_stack.index() == fresh[1]:
            needed_for = [link.dependent for link in self._workspace.plan.links_out_of(fresh[0])]
            self._workspace.undo_stack.undo()
            self._workspace.select(needed_for[:1])
