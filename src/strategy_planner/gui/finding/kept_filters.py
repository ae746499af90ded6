"""The filters that a planner keeps under a name, for this and for other plans."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from strategy_planner.analysis.item_filter import ItemFilter
from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.finding.filter_words import in_words
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.plain_text import as_menu_text, as_tooltip
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.workspace import Workspace


class KeptFilters(QWidget):
    """Names to press, each with a way to forget it, and a line that keeps the filter of now."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.preferences = workspace, preferences
        self.names: dict[str, QPushButton] = {}
        self.away: dict[str, QPushButton] = {}
        self.heading = QLabel(self)
        self.heading.setProperty("role", "caption")
        self.line = ComposingLineEdit(self)
        self.keep = QPushButton(self)
        self._held = QWidget(self)
        self._flow = FlowLayout(self._held)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self._held)
        column.addLayout(row)
        self.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.line.textChanged.connect(self.refresh)

    def refresh(self) -> None:
        """The names that are kept now, and whether there is something to keep."""
        tr, kept = self.workspace.tr, self.preferences.filters
        self.heading.setText(tr("Kept filters"))
        self.line.setPlaceholderText(tr("Name of this filter"))
        self.line.setAccessibleName(tr("Name of this filter"))
        self.keep.setText(tr("Keep"))
        self.keep.setEnabled(bool(self.line.text().strip()) and not self.workspace.filter.is_empty)
        if list(kept) != list(self.names):
            self._show_names(kept)
        for name, wanted in kept.items():
            self.names[name].setChecked(wanted == self.workspace.filter)
            self.names[name].setToolTip(as_tooltip(in_words(self.workspace, wanted)))
            self.away[name].setAccessibleName(tr("Forget {name}", name=name))
            self.away[name].setToolTip(as_tooltip(self.away[name].accessibleName()))
        self.heading.setVisible(bool(kept))
        self._held.setVisible(bool(kept))

    def _show_names(self, kept: dict[str, ItemFilter]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.names, self.away = {}, {}
        for name in kept:
            holder = QWidget(self._held)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            pill = self.names[name] = QPushButton(as_menu_text(name), holder)
            pill.setCheckable(True)
            pill.setProperty("role", "pill")
            pill.clicked.connect(partial(self._take, name))
            away = self.away[name] = QPushButton("×", holder)
            away.setProperty("role", "link")
            away.clicked.connect(partial(self._forget, name))
            row.addWidget(pill)
            row.addWidget(away)
            self._flow.addWidget(holder)
            holder.show()

    def _keep(self) -> None:
        name = " ".join(self.line.text().split())
        if not name or self.workspace.filter.is_empty:
            return
        self.preferences.filters = {**self.preferences.filters, name: self.workspace.filter}
        self.line.clear()
        self.refresh()

    def _take(self, name: str, _checked: bool = False) -> None:
        self.workspace.set_filter(self.preferences.filters[name])
        self.refresh()

    def _forget(self, name: str) -> None:
        left = {one: kept for one, kept in self.preferences.filters.items() if one != name}
        self.preferences.filters = left
        self.line.setFocus()
        self.refresh()
