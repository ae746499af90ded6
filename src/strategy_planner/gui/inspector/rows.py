"""Inputs of several values: rows of figures, the plan's conventions, a pathway's options."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.inspector.lines import LineInput
from strategy_planner.gui.inspector.naming import name_of
from strategy_planner.gui.plain_text import as_menu_text, as_tooltip
from strategy_planner.gui.tick_box import TickBox
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.fields import Field
from strategy_planner.model.records import RuleOff
from strategy_planner.model.texts import option_name
from strategy_planner.model.words import CONVENTION_WORDS


class RowsInput(QWidget):
    """Rows of cells, each row with its way out; an empty row says nothing."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._field = workspace, field
        self.rows: list[list[LineInput]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add = QPushButton(self)
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self.add_row)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)

    def put(self, value: Any) -> None:
        """Show the rows."""
        kept = [] if value is None else [value] if self._field.single else value
        wanted = [(v.rule, v.reason) if isinstance(v, RuleOff) else v for v in kept]
        while len(self.rows) > len(wanted):
            _take_away(self.rows.pop())
        for row, values in zip(self.rows, wanted, strict=False):
            for cell, part in zip(row, values, strict=True):
                cell.put(part)
        for values in wanted[len(self.rows) :]:
            self._show_row(values)
        self._tell()

    def take(self) -> Any:
        """The rows that say something; PlanError where a cell cannot be read."""
        found = [
            tuple(cell.take() for cell in row)
            for row in self.rows
            if any(cell.text().strip() for cell in row)
        ]
        if self._field.name == "rules_off":
            return tuple(RuleOff(*row) for row in found)
        if self._field.single:
            return found[0] if found else None
        return tuple(found)

    def is_dirty(self) -> bool:
        """Whether a cell was written."""
        return any(cell.is_dirty() for row in self.rows for cell in row)

    def add_row(self) -> None:
        """An empty row to write in."""
        self._show_row((None,) * len(self._field.columns))
        self._tell()
        self.rows[-1][0].setFocus()

    def _show_row(self, values: tuple[Any, ...]) -> None:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        row: list[LineInput] = []
        for column, value in zip(self._field.columns, values, strict=True):
            cell = LineInput(self._workspace, column, holder)
            name = column.label.into(self._workspace.language)
            cell.setPlaceholderText(name)
            cell.setAccessibleName(name)
            cell.put(value)
            cell.decided.connect(lambda row=row: self._decide(row))
            cell.given_up.connect(self.given_up)
            line.addWidget(cell, 1)
            row.append(cell)
        away = QPushButton("×", holder)
        away.setProperty("role", "link")
        away.setFixedWidth(26)
        away.setAccessibleName(self._workspace.tr("Remove this row"))
        away.setToolTip(as_tooltip(away.accessibleName()))
        away.clicked.connect(lambda: self.remove(row))
        line.addWidget(away)
        self._column.insertWidget(self._column.count() - 1, holder)
        holder.show()
        self.rows.append(row)

    def remove(self, row: list[LineInput]) -> None:
        """Take a row out, and with it what it said."""
        said = any(cell.text().strip() for cell in row)
        self.rows.remove(row)
        _take_away(row)
        self._tell()
        if said:
            self.decided.emit()

    def _decide(self, row: list[LineInput]) -> None:
        """A row that is half written is decided once it is left."""
        lacking = [
            cell
            for cell, column in zip(row, self._field.columns, strict=True)
            if column.required and not cell.text().strip()
        ]
        here = QApplication.focusWidget()
        if lacking and here in row:
            if any(cell is here and cell.text().strip() for cell in row):
                lacking[0].setFocus()
            return
        self.decided.emit()

    def _tell(self) -> None:
        self.add.setText(self._workspace.tr("＋ Add"))
        name = self._field.label.into(self._workspace.language)
        self.add.setAccessibleName(self._workspace.tr("Add to {field}", field=name))
        self.add.setVisible(not (self._field.single and self.rows))


def _take_away(row: list[LineInput]) -> None:
    holder = row[0].parentWidget()
    if holder is not None:
        holder.hide()
        holder.deleteLater()


class ConventionsInput(QWidget):
    """The months that inexact words are taken to mean in this plan."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setColumnStretch(0, 1)
        self.cells: dict[str, LineInput] = {}
        self._value: dict[str, Any] = {}
        for place, (name, word) in enumerate(CONVENTION_WORDS.items()):
            called = QLabel(word.into(workspace.language), self)
            called.setWordWrap(True)
            column = Field(str(name), "integer", called=word, record=field.record)
            cell = LineInput(workspace, column, self)
            cell.setFixedWidth(56)
            cell.setAccessibleName(called.text())
            called.setBuddy(cell)
            cell.decided.connect(self.decided)
            cell.given_up.connect(self.given_up)
            grid.addWidget(called, place, 0)
            grid.addWidget(cell, place, 1)
            self.cells[str(name)] = cell
        self.setFocusProxy(next(iter(self.cells.values())))

    def put(self, value: Any) -> None:
        """Show the plan's own figures."""
        self._value = value
        for name, cell in self.cells.items():
            cell.put(value.get(name))

    def take(self) -> Any:
        """The figures; words left empty follow the program."""
        said = {name: cell.take() for name, cell in self.cells.items()}
        others = {name: value for name, value in self._value.items() if name not in said}
        return others | {name: value for name, value in said.items() if value is not None}

    def is_dirty(self) -> bool:
        """Whether a figure was written."""
        return any(cell.is_dirty() for cell in self.cells.values())


class OptionsInput(QWidget):
    """The options that a pathway takes of each choice; none leaves the choice open."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del field
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._parts: list[QWidget] = []
        self.boxes: dict[tuple[str, str], TickBox] = {}

    def put(self, value: Any) -> None:
        """Show what is chosen, of every choice of the plan."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.boxes = [], {}
        plan, language = self._workspace.plan, self._workspace.language
        for choice in plan.choices:
            heading = QLabel(name_of(self._workspace, choice), self)
            heading.setWordWrap(True)
            self._show(heading)
            links = plan.links.values()
            options = dict.fromkeys(link.option for link in links if link.choice == choice)
            for option in filter(None, options):
                box = TickBox(self._workspace, self)
                box.setText(as_menu_text(option_name(plan, choice, option, language)))
                box.setChecked(option in value.get(choice, ()))
                box.clicked.connect(self.decided)
                self.boxes[choice, option] = box
                self._show(box)

    def take(self) -> Any:
        """The options by their choice."""
        chosen: dict[str, tuple[str, ...]] = {}
        for (choice, option), box in self.boxes.items():
            if box.isChecked():
                chosen[choice] = (*chosen.get(choice, ()), option)
        return chosen

    def is_dirty(self) -> bool:
        """A tick is decided at once."""
        return False

    def _show(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)
        part.show()
