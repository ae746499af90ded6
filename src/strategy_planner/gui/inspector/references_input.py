"""An input of several records: what is named stands as rows, and a line adds more."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.combos import RecordInput
from strategy_planner.gui.inspector.naming import name_of
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.fields import Field


class ReferencesInput(QWidget):
    """The records that a record touches; each can be taken out again."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._field = workspace, field
        self._ids: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.line = RecordInput(workspace, Field(field.name, "reference", of=field.of), self)
        self.line.decided.connect(self.decided)
        self.line.given_up.connect(self.given_up)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def put(self, value: Any) -> None:
        """Show the records by name."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._ids, self._rows = tuple(value), []
        for id_ in self._ids:
            self._show(id_)
        self.line.put(None)
        self.line.setPlaceholderText(self._workspace.tr("Add by number or title"))
        name = self._field.label.into(self._workspace.language)
        self.line.setAccessibleName(self._workspace.tr("Add to {field}", field=name))

    def take(self) -> Any:
        """The ids, with the one that is written."""
        more = self.line.take()
        return tuple(dict.fromkeys((*self._ids, *filter(None, (more,)))))

    def is_dirty(self) -> bool:
        """Whether a name was typed."""
        return self.line.is_dirty()

    def remove(self, id_: str) -> None:
        """Take a record out."""
        self._ids = tuple(other for other in self._ids if other != id_)
        self.decided.emit()

    def _show(self, id_: str) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = QLabel(name_of(self._workspace, id_), row)
        name.setWordWrap(True)
        away = QPushButton("×", row)
        away.setProperty("role", "link")
        away.setFixedWidth(26)
        away.setAccessibleName(self._workspace.tr("Remove {item}", item=name.text()))
        away.setToolTip(as_tooltip(away.accessibleName()))
        away.clicked.connect(lambda: self.remove(id_))
        line.addWidget(name, 1)
        line.addWidget(away)
        self._column.insertWidget(self._column.count() - 1, row)
        self._rows.append(row)
        row.show()
