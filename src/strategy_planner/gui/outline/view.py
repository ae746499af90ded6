"""The outline in the window's left dock."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.item_filter import EVERYTHING
from strategy_planner.gui.outline.heading import NothingMatches, OutlineHeading, OutlineLegend
from strategy_planner.gui.outline.model import OutlineModel
from strategy_planner.gui.outline.row import OutlineRow, draw_chevron, painted_palette
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits

_INDENTATION = 16


class OutlineTree(QTreeView):
    """The tree, with the keys of an outliner."""

    asked = Signal(str)
    """An action of the window that a key asks for."""
    written = Signal(bool)
    """A title was written or given up; whether to go on with what its item needs (Tab)."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.text_scale = 1.0

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chevron where there is something to unfold."""
        if self.model().hasChildren(index):
            colour = self._workspace.theme.colour("ink2")
            is_open = self.isExpanded(index)
            draw_chevron(painter, rect, colour, self.text_scale, is_open=is_open)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on backward through the plan instead of down the list."""
        along = {
            QAbstractItemDelegate.EndEditHint.EditNextItem,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem,
        }
        super().closeEditor(
            editor, QAbstractItemDelegate.EndEditHint.NoHint if hint in along else hint
        )
        self.written.emit(hint == QAbstractItemDelegate.EndEditHint.EditNextItem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab asks what an item needs; Insert adds a sibling; Delete deletes."""
        if self.state() == QAbstractItemView.State.EditingState:
            # What the editor leaves over, as Enter after it has decided, asks for nothing more.
            event.accept()
            return
        action = _KEYS.get(Qt.Key(event.key()))
        if action is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.asked.emit(action)
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab is a gesture on an item here; F6 and Shift+Tab lead out of the outline."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.currentIndex().isValid()
        ):
            self.asked.emit("need")
            return True
        return super().event(event)


_KEYS = {
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_Insert: "sibling",
    Qt.Key.Key_Return: "rename",
    Qt.Key.Key_Enter: "rename",
}


class OutlineView(QWidget):
    """Heading, count and tree; follows and leads the workspace's selection."""

    add_requested = Signal(str)
    """An action of the window that adds an item."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = OutlineHeading(workspace, self)
        self.tree = OutlineTree(workspace, self)
        self.legend = OutlineLegend(workspace, self)
        self.unmatched = NothingMatches(workspace, self)
        self.model = OutlineModel(workspace, self)
        self._row = OutlineRow(self.model, self.tree)
        self._following = False
        self._guest: QWidget | None = None
        self._fresh: tuple[str, str, int] | None = None
        self._arrange()
        self.tree.written.connect(self._go_on)
        self.heading.fold_asked.connect(self.fold_all)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self._open: set[str] = set()
        self.tree.expanded.connect(self._keep_open)
        self.tree.collapsed.connect(self._keep_open)
        self.unmatched.clear.clicked.connect(lambda: workspace.set_filter(EVERYTHING))
        workspace.filter_changed.connect(self._sift)
        self.model.rowsInserted.connect(self._reopen)
        self.tree.asked.connect(self._act)
        self.tree.selectionModel().selectionChanged.connect(self._lead)
        workspace.selection_changed.connect(self._follow)
        workspace.replaced.connect(self._expand)
        workspace.language_changed.connect(self._name)
        workspace.theme_changed.connect(self.tree.viewport().update)
        workspace.analysed.connect(self._repaint)
        self._name()
        self._expand()

    def _arrange(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setItemDelegate(self._row)
        tree.setHeaderHidden(True)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setUniformRowHeights(True)
        tree.setIndentation(_INDENTATION)
        tree.header().setMinimumSectionSize(24)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        painted_palette(tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(tree, 1)
        column.addWidget(self.unmatched, 1)
        column.addWidget(self.legend)
        self.setFocusProxy(tree)

    def host(self, panel: QWidget) -> None:
        """Give a panel the upper half of the dock while it is shown."""
        self._guest = panel
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, panel, 1)

    @property
    def is_hosting(self) -> bool:
        """Whether a panel has the upper half, which a strip of shapes has no room for."""
        return self._guest is not None and not self._guest.isHidden()

    def fold(self, folded: bool) -> None:
        """Leave of each row its shape and its mark, or show the titles again."""
        if folded == self._row.is_folded:
            return
        self.heading.setHidden(folded)
        self._row.is_folded = folded
        self.legend.setMaximumHeight(0 if folded else 16_777_215)
        self._indent()

    def _indent(self) -> None:
        share = 0.6 if self._row.is_folded else 1.0
        self.tree.setIndentation(round(_INDENTATION * self._row.text_scale * share))

    def set_text_scale(self, scale: float) -> None:
        """Rows and their texts larger or smaller."""
        self._row.text_scale = scale
        self._indent()
        self.heading.set_text_scale(scale)
        self.legend.set_text_scale(scale)
        self.tree.text_scale = scale
        self.tree.doItemsLayout()

    def edit(self, node_id: str) -> None:
        """Put the cursor into the title of an item."""
        index = self.model.index_of(node_id)
        if index.isValid():
            self.tree.scrollTo(index)
            self.tree.setCurrentIndex(index)
            self.tree.setFocus()
            self.tree.edit(index)

    def need(self) -> None:
        """What does the current item need? A new item, its title ready to be written."""
        node_id = self.model.id_at(self.tree.currentIndex())
        if not node_id:
            return
        change_set = edits.add_prerequisite(self.workspace.plan, node_id)
        if self.workspace.do(change_set):
            self.write(change_set.changes[0].id, after=node_id)

    def sibling(self) -> None:
        """A new item of the same kind, in the same place of the outline."""
        node = self.workspace.plan.nodes.get(self.model.id_at(self.tree.currentIndex()))
        if node is None:
            return
        change_set = edits.add_node(
            self.workspace.plan, node.kind, "", parent=node.parent, track=node.track
        )
        if self.workspace.do(change_set):
            self.write(change_set.changes[-1].id, after=node.id)

    def write(self, node_id: str, after: str = "") -> None:
        """Put the cursor into the title of a new item; given up at once, the item was not meant.

        ``after`` is the item to go back to then.
        """
        self._fresh = (node_id, after, self.workspace.undo_stack.index())
        self.workspace.select([node_id])
        # The tree lays out new rows only after it has come back to the event loop.
        QTimer.singleShot(0, self, lambda: self.edit(node_id))

    def _go_on(self, further: bool) -> None:
        # The tree is still closing its editor.
        QTimer.singleShot(0, self, lambda: self._settle(further))

    def _settle(self, further: bool) -> None:
        fresh, self._fresh = self._fresh, None
        stack = self.workspace.undo_stack
        if fresh is not None and fresh[2] == stack.index():
            stack.undo()
            self.workspace.select([fresh[1]])
        elif further:
            self.need()

    def _act(self, action: str) -> None:
        if action == "need":
            self.need()
        elif action == "sibling":
            self.sibling()
        elif action == "rename":
            self.edit(self.model.id_at(self.tree.currentIndex()))
        else:
            chosen = [self.model.id_at(index) for index in self.tree.selectedIndexes()]
            if chosen:
                self.workspace.do(edits.delete(self.workspace.plan, chosen))

    def _open_menu(self, place: QPoint) -> None:
        from strategy_planner.gui.outline.menu import outline_menu

        menu = outline_menu(self, on_item=self.tree.indexAt(place).isValid())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _repaint(self) -> None:
        """Dates and marks may be others in every row; only what is in sight is drawn anew."""
        self.tree.viewport().update()

    def _lead(self) -> None:
        if self._following:
            return
        current = self.tree.currentIndex()
        chosen = [self.model.id_at(index) for index in self.tree.selectedIndexes()]
        first = self.model.id_at(current)
        if first in chosen:
            chosen = [first, *(id_ for id_ in chosen if id_ != first)]
        self._following = True
        self.workspace.select(chosen)
        self._following = False

    def _follow(self, ids: tuple[str, ...]) -> None:
        if self._following:
            return
        self._following = True
        model = self.tree.selectionModel()
        selection = QItemSelection()
        current = QModelIndex()
        for node_id in reversed(ids):
            index = self.model.index_of(node_id)
            if index.isValid():
                selection.select(index, index)
                current = index
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current.isValid():
            self.tree.scrollTo(current)
            model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._following = False

    def _reopen(self, parent: QModelIndex) -> None:
        """What was open is open again when it comes back, as after a move or an undo."""
        if self.model.id_at(parent) in self._open:
            self.tree.expand(parent)

    def _keep_open(self, index: QModelIndex) -> None:
        """What the planner opened; a filter opens everything by itself."""
        if self.workspace.passing is None:
            change = self._open.add if self.tree.isExpanded(index) else self._open.discard
            change(self.model.id_at(index))

    def _sift(self) -> None:
        """Everything that passes is in sight; without a filter it is as it was before."""
        passing = self.workspace.passing
        is_empty = passing is not None and not passing
        self.unmatched.setVisible(is_empty)
        self.tree.setVisible(not is_empty)
        if passing is not None:
            self.tree.expandAll()
        else:
            for id_ in tuple(self._open):
                self.tree.expand(self.model.index_of(id_))
        self._follow(self.workspace.selection)

    def _expand(self) -> None:
        """Visions and what stands right under them are open at first."""
        self.tree.expandToDepth(0)

    def fold_all(self) -> None:
        """Only the visions and what stands right under them; then only the visions."""
        was_open = any(
            self.tree.isExpanded(self.model.index(row, 0, self.model.index(top, 0)))
            for top in range(self.model.rowCount())
            for row in range(self.model.rowCount(self.model.index(top, 0)))
        )
        self.tree.collapseAll()
        if was_open:
            self._expand()

    def _name(self) -> None:
        tr = self.workspace.tr
        self.tree.setAccessibleName(tr("Outline of the plan"))
        self.tree.setAccessibleDescription(
            tr("Arrows walk the items, Tab adds what an item needs, F2 edits its title.")
        )
