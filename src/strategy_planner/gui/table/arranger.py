"""What heads, menus and the ribbon ask of the arrangement, carried out on the table."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from strategy_planner.analysis.item_filter import EVERYTHING
from strategy_planner.gui.table import arranging
from strategy_planner.gui.table.menus import cell_menu, column_menu
from strategy_planner.gui.table.value_filter import ValueFilter
from strategy_planner.layout.table.arrangement import values_in
from strategy_planner.layout.table.columns import Column

if TYPE_CHECKING:
    from strategy_planner.gui.table.view import TableView


class Arranger(QObject):
    """Sorts, groups, filters and places columns; opens the menus that do."""

    def __init__(self, view: "TableView") -> None:
        super().__init__(view)
        self._view, self._workspace = view, view.workspace
        self._grid, self._model = view.grid, view.model

    def sort_by(self, section: int) -> None:
        """A click on a head; with Shift beside what is sorted by already."""
        held = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        key = self._model.columns[section].key
        self._view.arrange(arranging.clicked(self._view.arrangement, key, further=bool(held)))

    def group_by(self, key: str) -> None:
        """Headings over what has one value of a column in common; none for the empty key."""
        self._model.folded.clear()
        self._view.arrange(replace(self._view.arrangement, group=key))

    def filter_by(self, text: str) -> None:
        """Only the rows that say this."""
        if text.strip() != self._view.arrangement.text.strip():
            self._view.arrange(replace(self._view.arrangement, text=text))

    def clear_filter(self) -> None:
        """Every row, whatever hid it."""
        self._view.arrange(replace(self._view.arrangement, text="", only={}))
        self._workspace.set_filter(EVERYTHING)
        self._grid.setFocus()

    def switch(self, key: str) -> None:
        """Show a column, or hide it."""
        self._view.arrange(arranging.switched(self._view.arrangement, key))

    def add_row(self) -> None:
        """One more record."""
        self._grid.setFocus()
        self._view.hand.add_row()

    def take_order(self) -> None:
        """The columns were dragged: they stand so from now on, also for keys and files."""
        head = self._grid.head
        keys = [self._model.columns[head.logicalIndex(place)].key
                for place in range(head.count())]  # fmt: skip
        # The head is still amid its move.
        QTimer.singleShot(0, self, lambda: self._order(tuple(keys)))

    def _order(self, keys: tuple[str, ...]) -> None:
        head = self._grid.head
        head.blockSignals(True)
        for place in range(head.count()):
            head.moveSection(head.visualIndex(place), place)
        head.blockSignals(False)
        self._view.arrange(replace(self._view.arrangement, columns=keys[1:]))

    def show_menu(self, place: QPoint) -> None:
        """The menu of the selected cells."""
        column = self._model.columns[max(0, self._grid.currentIndex().column())]
        menu = cell_menu(
            self._workspace,
            self._view.arrangement,
            column,
            self._view,
            self._view.hand.do,
            self.with_column,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def show_column_menu(self, section: int, place: QPoint) -> None:
        """The menu of one column."""
        column = self._model.columns[section]
        menu = column_menu(
            self._workspace, self._view.arrangement, column, self._view, self.with_column
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def with_column(self, deed: str, column: Column) -> None:
        """A deed of the column's menu, by its name."""
        how, key = self._view.arrangement, column.key
        if deed == "filter":
            self.filter_by_value(column)
            return
        asked = {
            "sort_up": replace(how, sort=((key, False),)),
            "sort_down": replace(how, sort=((key, True),)),
            "sort_not": replace(how, sort=()),
            "group": replace(how, group="" if how.group == key else key),
            "left": arranging.moved(how, key, -1),
            "right": arranging.moved(how, key, 1),
            "hide": arranging.switched(how, key),
        }
        self._view.arrange(asked.get(deed) or arranging.switched(how, deed.removeprefix("switch ")))

    def filter_by_value(self, column: Column) -> ValueFilter:
        """Open the list of a column's values at its head."""
        kind, grid = self._view.arrangement.record, self._grid
        values = values_in(self._model.contents, kind, column)
        title = column.label.into(self._workspace.language)
        popup = ValueFilter(
            self._workspace, title, values, self._view.arrangement.only.get(column.key), self._view
        )
        popup.chosen.connect(
            lambda texts: self._view.arrange(
                arranging.filtered(self._view.arrangement, column.key, texts)
            )
        )
        place = next(
            (place for place, one in enumerate(self._model.columns) if one.key == column.key), 0
        )
        x = grid.head.sectionViewportPosition(place)
        popup.open_at(grid.head.mapToGlobal(QPoint(x, grid.head.height())), self._view.text_scale)
        return popup
