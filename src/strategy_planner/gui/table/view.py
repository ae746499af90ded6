"""The table as a whole: ribbon, cells, and what stands there when nothing does."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.table.arranger import Arranger
from strategy_planner.gui.table.cell import CellPainter
from strategy_planner.gui.table.editing import CellEditing
from strategy_planner.gui.table.empty import EmptyNotice
from strategy_planner.gui.table.grid import Grid
from strategy_planner.gui.table.hand import Hand
from strategy_planner.gui.table.model import NEW, TableModel
from strategy_planner.gui.table.remembered import Widths, as_text, from_text
from strategy_planner.gui.table.ribbon import TableRibbon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.table.arrangement import Arrangement
from strategy_planner.layout.table.columns import Column
from strategy_planner.layout.table.sheet import sheet
from strategy_planner.model.changes import ChangeSet

_LEAST_NAME, _HEAD_ROOM, _CELL_ROOM = 200, 34, 26
_MOST_SHARED = 500
"""Rows beyond which a selection is the table's own: other views would take seconds to follow."""


class TableView(QWidget):
    """Items and registers as a spreadsheet; follows and leads the workspace's selection."""

    told = Signal(object)
    """A Message on what was done that is not seen at once."""

    def __init__(
        self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self._preferences = workspace, preferences
        self.model = TableModel(workspace, self)
        self._painter = CellPainter(self.model)
        self.ribbon = TableRibbon(workspace, self)
        self.grid = Grid(self.model, self._painter, self)
        self.hand = Hand(self.grid, self.model, self)
        self._editing = CellEditing(
            self.model, self._painter, self.grid.bubble, self.hand.write, self
        )
        self.grid.setItemDelegate(self._editing)
        self.arranger = Arranger(self)
        self.empty = EmptyNotice(self)
        self._widths: Widths = {}
        self._is_stale = True
        self._filter = workspace.filter
        self._following = False
        self.text_scale = 1.0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.ribbon, self.empty, self.grid):
            column.addWidget(part, 1 if part is self.grid else 0)
        self.setFocusProxy(self.grid)
        self._connect()
        self.grid.recolour()
        self._name()
        self._open_list("node")

    @property
    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the actions of the window do here: with cells, not with items."""
        hand = self.hand
        return {
            "copy": hand.copy,
            "cut": hand.cut,
            "paste": hand.paste,
            "select_all": self.grid.selectAll,
            "rename": lambda: self.grid.edit(self.grid.currentIndex()),
            "delete": hand.delete_rows,
        }

    @property
    def arrangement(self) -> Arrangement:
        """How the table is laid out."""
        return self.model.arrangement

    def show_list(self, record: str) -> None:
        """Show the records of another kind, as they were laid out last."""
        self._keep()
        self._open_list(record)

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the table out, and remember it."""
        self._editing.settle()
        chosen = self.workspace.selection
        here, across = self.grid.currentIndex(), self.grid.horizontalScrollBar().value()
        key = self.model.columns[here.column()].key if here.isValid() else ""
        self.model.show_arrangement(arrangement)
        self._widen()
        self._tell()
        self._keep()
        keys = [column.key for column in self.model.columns]
        self._follow(chosen, keys.index(key) if key in keys else 0)
        self.grid.horizontalScrollBar().setValue(across)
        self.grid.names.place()

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Head and rows as they stand, for a file."""
        return sheet(self.model.contents, self.arrangement, self.model.rows_unfolded)

    def set_text_scale(self, scale: float) -> None:
        """Texts, rows and columns larger or smaller."""
        self.text_scale = scale
        self.ribbon.set_text_scale(scale)
        self.grid.set_text_scale(scale)
        self._widen()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while the table was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._show_plan()
        self._follow(self.workspace.selection, max(0, self.grid.currentIndex().column()))

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden does not compute."""
        self._keep()
        super().hideEvent(event)

    def _open_list(self, record: str) -> None:
        arrangement, self._widths = from_text(record, self._preferences.table(record))
        self.arrange(arrangement)

    def _connect(self) -> None:
        workspace, ribbon, grid = self.workspace, self.ribbon, self.grid
        workspace.changed.connect(self._take_in)
        workspace.replaced.connect(self._start_anew)
        workspace.language_changed.connect(self._rename)
        workspace.theme_changed.connect(self._recolour)
        workspace.selection_changed.connect(self._follow)
        workspace.filter_changed.connect(self._sift)
        ribbon.list_chosen.connect(self.show_list)
        ribbon.text_changed.connect(self.arranger.filter_by)
        ribbon.group_chosen.connect(self.arranger.group_by)
        ribbon.column_switched.connect(self.arranger.switch)
        ribbon.row_wanted.connect(self.arranger.add_row)
        ribbon.cleared.connect(self.arranger.clear_filter)
        ribbon.filter.left.connect(grid.setFocus)
        self.empty.cleared.connect(self.arranger.clear_filter)
        grid.asked.connect(self.hand.do)
        grid.menu_asked.connect(self.arranger.show_menu)
        grid.selectionModel().selectionChanged.connect(self._lead)
        grid.selectionModel().currentChanged.connect(self._lead)
        grid.head.sectionClicked.connect(self.arranger.sort_by)
        grid.head.menu_asked.connect(self.arranger.show_column_menu)
        grid.head.sectionMoved.connect(self.arranger.take_order)
        grid.head.sectionResized.connect(self._take_width)
        self._editing.decided.connect(self.hand.follow_begun)
        self._editing.moved.connect(grid.step)
        self._editing.given_up.connect(self.hand.give_up)
        self.hand.told.connect(self.told)

    def _take_in(self, change_set: ChangeSet) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self.model.follow(change_set)
        self._tell_count()

    def _start_anew(self) -> None:
        """Another plan: nothing of it is hidden by what was asked of the one before."""
        self._editing.drop()
        self.model.draft.clear()
        self.model.arrangement = replace(self.arrangement, text="", only={})
        self._show_plan()

    def _rename(self) -> None:
        self._editing.drop()
        self._name()
        self._show_plan()

    def _show_plan(self) -> None:
        if self.isVisible():
            self.model.show_plan()
            self._widen()
        else:
            self._is_stale = True
        self._tell()

    def _sift(self) -> None:
        """Another filter is on; where only an edit let other items pass, rows keep their places."""
        if self.workspace.filter == self._filter:
            return
        self._filter = self.workspace.filter
        if self.isVisible():
            self.arrange(self.arrangement)
        else:
            self._is_stale = True

    def _recolour(self) -> None:
        self.ribbon.name()
        self.grid.recolour()
        self.grid.viewport().update()
        self.grid.head.viewport().update()

    def _name(self) -> None:
        tr = self.workspace.tr
        self.ribbon.name()
        self.empty.name(tr("No item matches."), tr("Clear the filter"))
        self.grid.setAccessibleName(tr("Table"))
        self.grid.setAccessibleDescription(
            tr("Arrows walk the cells, F2 or typing edits, Enter and Tab go on.")
        )

    def _tell(self) -> None:
        arrangement = self.arrangement
        total = len(self.workspace.plan.records(arrangement.record))
        self.ribbon.show_arrangement(arrangement, self.model.count, total)
        self.empty.setVisible(bool(total) and not self.model.count)

    def _tell_count(self) -> None:
        total = len(self.workspace.plan.records(self.arrangement.record))
        self.ribbon.show_count(self.model.count, total)

    def _widen(self) -> None:
        for place, column in enumerate(self.model.columns):
            width = self._widths.get(column.key) or self._usual_width(column)
            width = round(width * self.text_scale)
            if place == 0:
                width = min(width, max(_LEAST_NAME, self.grid.width() // 2))
            self.grid.head.blockSignals(True)
            self.grid.setColumnWidth(place, width)
            self.grid.head.blockSignals(False)
        self.grid.names.place()

    def _usual_width(self, column: Column) -> float:
        """Wide enough for its head, and for the words of which its cells hold one."""
        language = self.workspace.language
        words = column.field.words if column.field is not None else None
        texts = [word.into(language) for word in (words or {}).values()]
        head = measure(column.label.into(language), 11, 700) + _HEAD_ROOM
        said = max((measure(text, 12) for text in texts), default=0) + _CELL_ROOM
        return max(head, said) if words else max(head, float(column.width))

    def _keep(self) -> None:
        text = as_text(self.arrangement, self._widths)
        self._preferences.keep_table(self.arrangement.record, text)

    def _take_width(self, section: int, _old: int, new: int) -> None:
        if section < len(self.model.columns) and self.isVisible():
            self._widths[self.model.columns[section].key] = round(new / self.text_scale)

    def _lead(self) -> None:
        if self._following:
            return
        rows, _ = self.grid.block()
        current = self.model.id_at(self.grid.currentIndex().row())
        ids = [id_ for row in rows if (id_ := self.model.id_at(row))]
        if len(ids) > _MOST_SHARED:
            ids = []
        if current and current != NEW:
            ids = [current, *(id_ for id_ in ids if id_ != current)]
        if not ids:
            return
        self._following = True
        self.workspace.select(ids)
        self._following = False

    def _follow(self, ids: tuple[str, ...], column: int = -1) -> None:
        if self._following or not self.isVisible():
            return
        rows = [row for id_ in ids if (row := self.model.row_of(id_)) >= 0]
        self._following = True
        if len(rows) == 1:
            here = self.grid.currentIndex().column()
            self.grid.stand_on(rows[0], max(0, here if column < 0 else column))
        elif rows:
            self.grid.select_rows(rows)
        elif not self.grid.currentIndex().isValid():
            # The keys begin somewhere, though nothing is selected yet.
            self.grid.setCurrentIndex(self.model.index(0, 0))
            self.grid.clearSelection()
        self._following = False
