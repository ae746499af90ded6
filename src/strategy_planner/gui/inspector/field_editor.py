"""One field of one record: its name, its input, and what stands in the way, in words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_coarse
from strategy_planner.gui.inspector.combos import AlternativeInput, WordInput, reference_input
from strategy_planner.gui.inspector.lines import LineInput, RangesInput, TextInput
from strategy_planner.gui.inspector.references_input import ReferencesInput
from strategy_planner.gui.inspector.rows import ConventionsInput, OptionsInput, RowsInput
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message
from strategy_planner.model.cells import Cell, value_of, write_cells
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field
from strategy_planner.model.reading import meaning_of
from strategy_planner.model.records import Record

_LABEL_WIDTH = 88
_TEXT = 12
_INPUTS: dict[str, Callable[[Workspace, Field, QWidget], Any]] = {
    "long": TextInput,
    "title": TextInput,
    "choice": WordInput,
    "reference": reference_input,
    "references": ReferencesInput,
    "rows": RowsInput,
    "ranges": RangesInput,
    "conventions": ConventionsInput,
    "options": OptionsInput,
    "alternative": AlternativeInput,
}
_BELOW = {"long", "rows", "ranges", "references", "conventions", "options"}
"""Inputs that stand under their name, over the whole width."""


def label_width(label: QLabel) -> int:
    """How wide the names before fields are, in pixels, at the size in which they are written."""
    label.ensurePolished()
    return round(_LABEL_WIDTH * max(1.0, label.font().pixelSize() / _TEXT))


class FieldEditor(QWidget):
    """Writes one field through the workspace; what is refused stays as typed, with the reason."""

    def __init__(
        self,
        workspace: Workspace,
        field: Field,
        record_id: str,
        parent: QWidget | None = None,
        *,
        made: Callable[[Workspace, Field, QWidget], Any] | None = None,
    ) -> None:
        """``made`` is an input that needs no name before it, as a title."""
        super().__init__(parent)
        self.workspace, self.field, self.record_id = workspace, field, record_id
        self._is_named = made is None and field.editor != "title"
        self.input = (made or _INPUTS.get(field.editor, LineInput))(workspace, field, self)
        self.called = QLabel(self)
        self.refusal = QLabel(self)
        self.meaning = QLabel(self)
        self._place()
        self.input.decided.connect(self.commit)
        self.input.given_up.connect(self.restore)
        if field.editor == "date":
            self.input.textChanged.connect(self._follow_typing)
        self.refresh()

    @property
    def record(self) -> Record | None:
        """The record as it now is."""
        return self.workspace.plan.records(self.field.record).get(self.record_id)

    def refresh(self) -> None:
        """Show the value as it now is, unless something else is just being written."""
        if not self.input.is_dirty() and self.record is not None:
            self.input.put(self._value(self.record))
            self._refuse(None)
            self._tell_meaning()

    def turn_to(self, record_id: str) -> None:
        """Write the field of another record of the same kind."""
        self.record_id = record_id
        self.restore()

    def restore(self) -> None:
        """Give up what was typed."""
        if self.record is not None:
            self.input.put(self._value(self.record))
        self._refuse(None)
        self._tell_meaning()

    def commit(self) -> PlanError | None:
        """Write what was typed into the plan; the refusal where that cannot be."""
        try:
            refusal = attempt(self.workspace, self._change(self.input.take()))
        except PlanError as error:
            refusal = error
        if refusal is None:
            self.restore()
        else:
            self._refuse(refusal)
        return refusal

    def _value(self, record: Record) -> Any:
        return value_of(self.workspace.plan, record, self.field, self.workspace.language)

    def _change(self, value: Any) -> ChangeSet:
        plan, language = self.workspace.plan, self.workspace.language
        return write_cells(plan, [Cell(self.field, self.record_id, value)], language)

    def _place(self) -> None:
        name = self.field.label.into(self.workspace.language)
        self.called.setText(name)
        self.called.setWordWrap(True)
        self.called.setProperty("role", "caption")
        self.called.setBuddy(self.input)
        self.input.setAccessibleName(name)
        self.setFocusProxy(self.input)
        for words in (self.refusal, self.meaning):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.hide()
        self.refusal.setProperty("role", "refusal")
        self.meaning.setProperty("role", "caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if not self._is_named:
            self.called.hide()
        elif self.field.editor in _BELOW:
            grid.addWidget(self.called, 0, 0, 1, 2)
        else:
            self.called.setFixedWidth(label_width(self.called))
            grid.addWidget(self.called, 0, 0)
        beside = self._is_named and self.field.editor not in _BELOW
        row, column, across = (0, 1, 1) if beside else (1, 0, 2)
        grid.addWidget(self.input, row, column, 1, across)
        grid.addWidget(self.meaning, row + 1, column, 1, across)
        grid.addWidget(self.refusal, row + 2, 0, 1, 2)

    def _refuse(self, error: PlanError | None) -> None:
        words = "" if error is None else reason_of(error).into(self.workspace.language)
        if words:
            colour = self.workspace.theme.colour("late")
            self.refusal.setStyleSheet(f"color: {colour};")
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        if words and words == self.meaning.text():
            self.meaning.hide()
        self.input.setAccessibleDescription(words)

    def _follow_typing(self) -> None:
        """What was refused was another text."""
        self._refuse(None)
        self._tell_meaning()

    def _tell_meaning(self) -> None:
        if self.field.editor != "date":
            return
        text = self.input.text().strip()
        words = ""
        if text:
            try:
                window = meaning_of(text, self.record, self.workspace.plan.settings)
                words = show_coarse(window, self.workspace.language)
            except CalendarError as error:
                words = error.message.into(self.workspace.language)
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))


def attempt(workspace: Workspace, change_set: ChangeSet) -> PlanError | None:
    """Apply an edit; the refusal where the rules refuse it."""
    caught: list[PlanError] = []

    def catch(error: PlanError) -> None:
        caught.append(error)

    workspace.refused.connect(catch)
    try:
        workspace.do(change_set)
    finally:
        workspace.refused.disconnect(catch)
    return caught[0] if caught else None


def reason_of(error: PlanError) -> Message:
    """What is wrong, without naming the item and the field under which it stands."""
    problem = error.message.values.get("problem")
    return problem if isinstance(problem, Message) and error.field else error.message
