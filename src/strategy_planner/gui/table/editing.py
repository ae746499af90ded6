"""Writing in a cell: the inspector's inputs in place, and what stands in the way under them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_coarse
from strategy_planner.gui.composing import DECIDING_KEYS, ComposingLineEdit
from strategy_planner.gui.inspector.combos import SMALL, RecordInput, WordInput
from strategy_planner.gui.inspector.field_editor import reason_of
from strategy_planner.gui.inspector.lines import PASSING, LineInput, TextInput
from strategy_planner.gui.table.bubble import Bubble
from strategy_planner.gui.table.cell import CellPainter
from strategy_planner.gui.table.model import NEW, TableModel
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.cells import read_cell, show_cell
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field
from strategy_planner.model.naming import Names
from strategy_planner.model.reading import meaning_of

Index = QModelIndex | QPersistentModelIndex
Write = Callable[[str, Field, Any], PlanError | None]
"""Writes a value into a field of a record; the refusal where it cannot be."""


class CellLine(LineInput):
    """One line that is read as a cell of its field."""

    def put(self, value: Any) -> None:
        """Show a value."""
        work = self._workspace
        self.setText(show_cell(work.plan, self._field, value, work.language))
        self.setModified(False)

    def take(self) -> Any:
        """The value that is written."""
        work = self._workspace
        return read_cell(self._field, self.text(), Names(work.plan, work.language))


class CellWords(WordInput):
    """A list that letters walk through; only a pick from the open list decides at once."""

    is_walked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and wait for Enter or Tab."""
        self.is_walked = True
        super().keyPressEvent(event)
        self.is_walked = False


class CellText(TextInput):
    """A text that grows over the rows below: Enter decides, Alt+Enter breaks the line."""

    MOST_LINES = 8

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(workspace, field, parent)
        self.setTabChangesFocus(False)

    def keeps(self, event: QEvent) -> bool:
        """Whether this is a deciding key that now belongs to the input method."""
        return self._composing and isinstance(event, QKeyEvent) and event.key() in DECIDING_KEYS


class CellEditing(QStyledItemDelegate):
    """Makes the editor of a cell, decides with it, and says why it cannot be decided."""

    decided = Signal()
    """What was written stands in the plan, and the editor is closed."""
    given_up = Signal()
    """What was written is not wanted."""
    moved = Signal(str)
    """The editor was decided by a key that goes on: ``down``, ``up``, ``next``, ``previous``."""

    def __init__(
        self, model: TableModel, painter: CellPainter, bubble: Bubble, write: Write, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._painter, self._bubble, self._write = model, painter, bubble, write
        self._workspace = model.workspace
        self._open: QWidget | None = None
        self._cell: tuple[str, Field] | None = None

    @property
    def editor(self) -> QWidget | None:
        """The editor that is open."""
        return self._open

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell."""
        self._painter.paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        del option, index
        return self._painter.size()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The inspector's input for the field, spoken as the cell is."""
        del option
        column = self._model.columns[index.column()]
        record_id = self._model.id_at(index.row())
        assert column.field is not None  # noqa: S101 - other cells cannot be edited
        assert record_id is not None  # noqa: S101 - nor can headings
        editor = self._made(column.field, parent)
        editor.setAccessibleName(self._model.sentence(index.row(), index.column()))
        editor.decided.connect(lambda: self._picked(editor))
        editor.given_up.connect(lambda: self.give_up(editor))
        if isinstance(editor, LineInput):
            editor.textEdited.connect(lambda _: self._tell_meaning(editor))
        self._open, self._cell = editor, (record_id, column.field)
        shown: QWidget = editor
        return shown

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The value of the cell; later changes of the plan do not overwrite what is written."""
        if editor is not self._open or editor.property("filled"):
            return
        editor.setProperty("filled", True)
        editor.put(self._value(index))  # type: ignore[attr-defined] # every input of the inspector has it
        if isinstance(editor, TextInput):
            editor.moveCursor(QTextCursor.MoveOperation.Start)
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell; a text is as wide as it needs to be read."""
        del index
        box = option.rect
        if isinstance(editor, TextInput):
            least = round(280 * self._painter.scale)
            editor.setGeometry(box.x(), box.y(), max(box.width(), least), editor.height())
        else:
            editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The deciding keys, which belong to the input method while text is composed."""
        if not isinstance(editor, QWidget) or editor is not self._open:
            return False
        if isinstance(editor, (ComposingLineEdit, CellText)) and editor.keeps(event):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() in {*DECIDING_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_F2}:
                event.accept()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(editor, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._leave(editor, event)
        return False

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The view lets go of an editor, also where its row is gone."""
        if editor is self._open:
            self._open, self._cell = None, None
            self._bubble.hide()
        super().destroyEditor(editor, index)

    def decide(self, editor: QWidget, then: str = "") -> bool:
        """Write what stands in the editor; it stays open where that cannot be."""
        if editor is not self._open or self._cell is None:
            return True
        try:
            refusal = self._write(*self._cell, editor.take())  # type: ignore[attr-defined] # as above
        except PlanError as error:
            refusal = error
        if refusal is not None:
            words = reason_of(refusal).into(self._workspace.language)
            self._bubble.say(words, editor, is_late=True)
            editor.setAccessibleDescription(words)
            return False
        self._close(editor)
        self.decided.emit()
        if then:
            self.moved.emit(then)
        return True

    def settle(self) -> None:
        """Decide what is being written, before the rows change under it; else give it up."""
        if self._open is not None and not self.decide(self._open):
            self.give_up(self._open)

    def drop(self) -> None:
        """Give up what is being written: what it was written for is gone."""
        if self._open is not None:
            self.give_up(self._open)

    def give_up(self, editor: QWidget) -> None:
        """Close the editor and change nothing."""
        if editor is self._open:
            self._close(editor)
            self.given_up.emit()

    def _picked(self, editor: QWidget) -> None:
        if not (isinstance(editor, CellWords) and editor.is_walked):
            self.decide(editor)

    def _made(self, field: Field, parent: QWidget) -> Any:
        if field.editor == "choice":
            return CellWords(self._workspace, field, parent)
        if field.editor == "reference":
            kind = CellWords if field.of in SMALL else RecordInput
            return kind(self._workspace, field, parent)
        if field.editor in {"title", "long"}:
            return CellText(self._workspace, field, parent)
        return CellLine(self._workspace, field, parent)

    def _value(self, index: Index) -> Any:
        record_id = self._model.id_at(index.row())
        column = self._model.columns[index.column()]
        if record_id == NEW or record_id is None:
            empty = (None, None) if column.field and column.field.editor == "alternative" else None
            return self._model.draft.get(column.key, empty)
        return self._model.contents.value(self._model.kind, record_id, column)

    def _press(self, editor: QWidget, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(editor, RecordInput) and _is_offering(editor):
                return False
            if isinstance(editor, CellText) and held & Qt.KeyboardModifier.AltModifier:
                editor.insertPlainText("\n")
            else:
                self.decide(editor, "up" if shift else "down")
            return True
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.decide(editor, "previous" if key == Qt.Key.Key_Backtab or shift else "next")
            return True
        if key == Qt.Key.Key_Escape:
            self.give_up(editor)
            return True
        return False

    def _leave(self, editor: QWidget, event: QFocusEvent) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and editor.isAncestorOf(focus)
        if event.reason() in PASSING or inside or QApplication.activePopupWidget() is not None:
            return
        self.decide(editor)

    def _close(self, editor: QWidget) -> None:
        self._open, self._cell = None, None
        self._bubble.hide()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _tell_meaning(self, editor: LineInput) -> None:
        """What a date means while it is typed; what was refused is being written anew."""
        self._bubble.hide()
        if self._cell is None or self._cell[1].editor != "date" or not editor.text().strip():
            return
        record = self._workspace.plan.records(self._model.kind).get(self._cell[0])
        try:
            window = meaning_of(editor.text(), record, self._workspace.plan.settings)
        except CalendarError as error:
            words = error.message.into(self._workspace.language)
        else:
            words = show_coarse(window, self._workspace.language)
        self._bubble.say(words, editor, is_late=False)


def _is_offering(editor: RecordInput) -> bool:
    """Whether Enter takes a completion rather than the text."""
    popup = editor.completer().popup()
    return popup is not None and popup.isVisible()
