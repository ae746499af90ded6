"""The pathways side by side: a column for each, with what it leads to and which options it takes."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from strategy_planner.gui import choosing
from strategy_planner.gui.answers.pathways.answer import Outlook
from strategy_planner.gui.answers.pathways.cells import FACTS, Row, cell, rows_of
from strategy_planner.gui.choice_menus import fill_ways
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.plain_text import as_menu_text, as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.records import Pathway
from strategy_planner.model.texts import label

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_HEADING, _COLUMN, _WIDEST = 164, 150, 320
_PADDING = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PathwayTable(QTableWidget):
    """Enter, Space or a click on a cell does what the cell stands for.

    A name is written, a pathway followed, the late items listed, the options of a choice taken.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.answer: Outlook | None = None
        self.rows: list[Row] = []
        self.ids: list[str] = []
        """The pathways, by their columns."""
        self.menu: QMenu | None = None
        """The menu that was asked for last."""
        self._scale = 1.0
        self._is_filling = False
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setProperty("role", "facts")
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        headings = self.verticalHeader()
        headings.setDefaultAlignment(_LEFT | Qt.TextFlag.TextWordWrap)
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._rename)
        self.cellClicked.connect(self._click)
        self.cellDoubleClicked.connect(self._write)
        self.verticalHeader().sectionClicked.connect(self._go_to_row)

    def set_text_scale(self, scale: float) -> None:
        """Columns as wide as the texts need."""
        self._scale = scale
        self._fit()

    def show_answer(self, answer: Outlook | None) -> None:
        """The pathways as they now are, with what is known of them."""
        self.answer = answer
        place = (self.currentRow(), self.currentColumn())
        plan = self.workspace.plan
        self.rows, self.ids = rows_of(self.workspace), list(plan.pathways)
        self._is_filling = True
        self.setRowCount(len(self.rows))
        self.setColumnCount(len(self.ids))
        self.setVerticalHeaderLabels([row.heading for row in self.rows])
        for column, pathway in enumerate(plan.pathways.values()):
            name = cell(self.workspace, answer, pathway, "name")
            self.setHorizontalHeaderItem(column, QTableWidgetItem(name))
            for at, row in enumerate(self.rows):
                self._fill(at, column, pathway, row)
        self._is_filling = False
        if self.ids and min(place) < 0:
            place = (0, next((at for at, id_ in enumerate(self.ids) if self._is_active(id_)), 0))
        self.setCurrentCell(
            min(place[0], len(self.rows) - 1),
            min(place[1], len(self.ids) - 1),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self._fit()

    def _fill(self, at: int, column: int, pathway: Pathway, row: Row) -> None:
        text = cell(self.workspace, self.answer, pathway, row.key)
        item = self.item(at, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(at, column, item)
        item.setText(text)
        item.setToolTip(as_tooltip(text))
        item.setTextAlignment(_LEFT)
        font = QFont(self.font())
        font.setBold(row.key == "name" or (row.key == "follow" and bool(pathway.active)))
        item.setFont(font)
        item.setForeground(QColor(self.workspace.theme.colour(self._ink(pathway, row, text))))
        ground = "accentWeak" if pathway.active else "surface"
        item.setBackground(QColor(self.workspace.theme.colour(ground)))

    def _ink(self, pathway: Pathway, row: Row, text: str) -> str:
        """Lateness is a word first; the colour only repeats it."""
        known = {one.id: one for one in self.answer.comparison.pathways} if self.answer else {}
        one = known.get(pathway.id)
        if row.key in {"slack", "late"} and one is not None:
            is_late = one.slack_days is not None and one.slack_days < 0
            return "late" if (is_late if row.key == "slack" else bool(one.late)) else "ink"
        if text in {"…", "–"}:
            return "ink3"
        acts = row.key == "follow" or row.key not in FACTS
        return "accent" if acts else "ink"

    def _is_active(self, id_: str) -> bool:
        return bool(self.workspace.plan.pathways[id_].active)

    @property
    def pathway(self) -> str | None:
        """The pathway of the column that the keyboard is on."""
        column = self.currentColumn()
        return self.ids[column] if 0 <= column < len(self.ids) else None

    def write_name(self, pathway: str) -> None:
        """Write the name of a pathway in its cell."""
        self.setCurrentCell(0, self.ids.index(pathway))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space act, F2 writes the name, Delete deletes the pathway."""
        if event.key() in _ENTER and self.pathway is not None:
            self._act(self.currentRow(), self.currentColumn())
        elif event.key() == Qt.Key.Key_F2 and self.pathway is not None:
            self.write_name(self.pathway)
        elif event.key() == Qt.Key.Key_Delete and self.pathway is not None:
            self.workspace.do(edits.delete(self.workspace.plan, [self.pathway]))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the pathway of a column."""
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid() and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(index)
        if self.pathway is None:
            return
        menu, workspace, id_ = self._new_menu(), self.workspace, self.pathway
        tr, theme = workspace.tr, workspace.theme
        add_entry(
            menu, theme, tr("Follow it"), partial(self._follow, id_), "git-branch",
            enabled=not self._is_active(id_),
        )  # fmt: skip
        add_entry(menu, theme, tr("Rename") + "\tF2", partial(self.write_name, id_), "pencil")
        add_entry(menu, theme, tr("Duplicate"), partial(self.duplicate, id_), "copy")
        menu.addSeparator()
        delete = partial(self._delete, id_)
        add_entry(menu, theme, tr("Delete") + "\tDel", delete, "trash-2")
        menu.popup(event.globalPos())

    def add(self) -> None:
        """Name what is now chosen, the name ready to be written over."""
        self._made(choosing.name_pathway(self.workspace))

    def duplicate(self, pathway: str) -> None:
        """One more pathway that takes the same options."""
        self._made(choosing.name_pathway(self.workspace, pathway))

    def _made(self, pathway: str | None) -> None:
        if pathway is not None and pathway in self.ids:
            self.write_name(pathway)

    def _delete(self, pathway: str) -> None:
        self.workspace.do(edits.delete(self.workspace.plan, [pathway]))

    def _follow(self, pathway: str) -> None:
        self.workspace.do(edits.activate_pathway(self.workspace.plan, pathway))

    def _click(self, row: int, column: int) -> None:
        if self.rows[row].key != "name":
            self._act(row, column)

    def _write(self, row: int, column: int) -> None:
        if self.rows[row].key == "name":
            self.write_name(self.ids[column])

    def _act(self, at: int, column: int) -> None:
        row, pathway = self.rows[at].key, self.ids[column]
        if row == "name":
            self.write_name(pathway)
        elif row == "follow":
            self._follow(pathway)
        elif row == "late":
            self._list_late(at, column)
        elif row not in FACTS:
            menu = self._new_menu()
            fill_ways(menu, self.workspace, pathway, row)
            menu.popup(self._under(at, column))

    def _list_late(self, at: int, column: int) -> None:
        known = {one.id: one for one in self.answer.comparison.pathways} if self.answer else {}
        one = known.get(self.ids[column])
        plan = self.workspace.plan
        late = [id_ for id_ in one.late if id_ in plan.nodes] if one else []
        if not late:
            return
        menu = self._new_menu()
        for id_ in late:
            words = as_menu_text(label(plan, id_, self.workspace.language))
            menu.addAction(words, partial(self.workspace.select, (id_,)))
        menu.addSeparator()
        every = partial(self.workspace.select, tuple(late))
        menu.addAction(self.workspace.tr("Select all of them"), every)
        menu.popup(self._under(at, column))

    def _new_menu(self) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        return self.menu

    def _under(self, at: int, column: int) -> QPoint:
        place: QRect = self.visualRect(self.model().index(at, column))
        return self.viewport().mapToGlobal(place.bottomLeft())

    def _rename(self, item: QTableWidgetItem) -> None:
        if self._is_filling or self.rows[item.row()].key != "name":
            return
        id_, name = self.ids[item.column()], item.text().strip()
        workspace = self.workspace
        if name:
            workspace.do(
                edits.write_text(workspace.plan, "pathway", id_, "name", name, workspace.language)
            )
        self.show_answer(self.answer)

    def _go_to_row(self, at: int) -> None:
        if self.rows[at].key in self.workspace.plan.choices:
            self.workspace.select((self.rows[at].key,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Headings of a fixed width, columns that share the rest, rows as high as their words."""
        headings = self.verticalHeader()
        headings.setFixedWidth(round(_HEADING * self._scale))
        room = self.width() - headings.width() - self.verticalScrollBar().sizeHint().width()
        share = room // max(1, self.columnCount())
        wide = max(round(_COLUMN * self._scale), min(share, round(_WIDEST * self._scale)))
        for column in range(self.columnCount()):
            self.setColumnWidth(column, wide)
        for at, row in enumerate(self.rows):
            written = [(row.heading, headings.width())]
            written += [(item.text(), wide) for item in self._items(at)]
            self.setRowHeight(at, max(self._height(*one) for one in written))

    def _items(self, row: int) -> list[QTableWidgetItem]:
        items = (self.item(row, column) for column in range(self.columnCount()))
        return [item for item in items if item is not None]

    def _height(self, text: str, width: int) -> int:
        """How high a cell has to be for its words; Qt forgets the padding when it wraps."""
        font = QFont(self.font())
        font.setBold(True)
        inner = QRect(0, 0, width - 2 * _PADDING - 4, 10_000)
        words = QFontMetrics(font).boundingRect(inner, Qt.TextFlag.TextWordWrap.value, text)
        return words.height() + _PADDING
