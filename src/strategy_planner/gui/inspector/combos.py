"""Inputs that pick: one of some words, or a record of the plan by its name."""

from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QSizePolicy, QWidget

from strategy_planner.gui.inspector.lines import LineInput
from strategy_planner.gui.inspector.naming import name_of, named_records
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field
from strategy_planner.model.naming import Names

SMALL = {"track", "organisation", "gate", "choice", "kpi", "baseline", "register"}
"""Kinds of which a plan has few enough to be picked from a list."""


class NarrowList(PickList):
    """A list as wide as its field, however long its entries are."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)


class WordInput(NarrowList):
    """One value of a few, in words; the first entry says nothing unless a value is required."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._field = field
        self.activated.connect(lambda _: self.decided.emit())

    def put(self, value: Any) -> None:
        """Show a value."""
        self.clear()
        if not self._field.required:
            self.addItem("—", None)
        entries = self._entries()
        if value is not None and all(known != value for known, _ in entries):
            entries.append((value, str(value)))
        for known, words in entries:
            self.addItem(words, known)
        values = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(values.index(value) if value in values else -1)
        self.setToolTip(as_tooltip(self.currentText()))

    def take(self) -> Any:
        """The value picked."""
        return self.currentData()

    def is_dirty(self) -> bool:
        """A pick is decided at once."""
        return False

    def _entries(self) -> list[tuple[Any, str]]:
        if self._field.words is not None:
            language = self._workspace.language
            return [(value, word.into(language)) for value, word in self._field.words.items()]
        return [(id_, name) for name, id_ in named_records(self._workspace, self._field.of)]


class RecordInput(LineInput):
    """A record by number and title; what is typed is looked for anywhere in the names."""

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(workspace, field, parent)
        self._names = QStringListModel(self)
        self._ids: dict[str, str] = {}
        self._value: str | None = None
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.offer(completer)

    def put(self, value: Any) -> None:
        """Show a record's name."""
        self._value = value
        self.setText("" if value is None else name_of(self._workspace, value))
        self.setToolTip(as_tooltip(self.text()))
        self.setCursorPosition(0)
        self.setModified(False)

    def take(self) -> Any:
        """The id of the record named; PlanError where none, or more than one, is."""
        text = self.text().strip()
        if not self.isModified():
            return self._value
        if not text:
            if self._field.required:
                raise PlanError(message("“{field}” cannot be left empty.", field=self._field.label))
            return None
        return Names(self._workspace.plan, self._workspace.language).find(self._field.of, text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look up the names when they are needed; a plan may have thousands."""
        names = [name for name, _ in named_records(self._workspace, self._field.of)]
        self._names.setStringList(names)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the whole list in an empty field."""
        if event.key() == Qt.Key.Key_Down and not self.text():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        super().keyPressEvent(event)


def reference_input(workspace: Workspace, field: Field, parent: QWidget) -> QWidget:
    """A list to pick from for kinds with few records, a line that completes for the others."""
    kind = WordInput if field.of in SMALL else RecordInput
    return kind(workspace, field, parent)


class AlternativeInput(QWidget):
    """The choice and the option that a link belongs to, decided together."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = WordInput(workspace, Field("choice", "reference", of="choice"), self)
        self._option = LineInput(workspace, Field("option", "text", record=field.record), self)
        self._workspace = workspace
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._choice, 1)
        row.addWidget(self._option, 1)
        self.setFocusProxy(self._choice)
        self._choice.decided.connect(self._follow)
        self._option.decided.connect(self.decided)
        self._option.given_up.connect(self.given_up)

    def put(self, value: Any) -> None:
        """Show choice and option."""
        choice, option = value
        self._choice.put(choice)
        self._option.put(option)
        self._option.setEnabled(choice is not None)
        self._option.setPlaceholderText(self._workspace.tr("Option"))
        self._option.setAccessibleName(self._workspace.tr("Option"))
        links = self._workspace.plan.links.values()
        options = dict.fromkeys(link.option for link in links if link.choice == choice)
        self._option.offer(QCompleter([o for o in options if o], self._option))

    def take(self) -> Any:
        """Choice and option; neither without the choice."""
        choice = self._choice.take()
        return (choice, self._option.take() if choice else None)

    def is_dirty(self) -> bool:
        """Whether an option was typed."""
        return self._option.is_dirty() or (
            self._choice.take() is not None and not self._option.text()
        )

    def _follow(self) -> None:
        chosen = self._choice.take() is not None
        self._option.setEnabled(chosen)
        if chosen and not self._option.text():
            self._option.setFocus()
        else:
            self.decided.emit()
