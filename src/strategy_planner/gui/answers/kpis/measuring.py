"""A measured value written right where one looks at the KPI."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language.message import day_in_words
from strategy_planner.model.errors import PlanError
from strategy_planner.model.measuring import read_measurement


class Measuring(QWidget):
    """Day, value and a button; what is refused stays as typed, with the reason under it."""

    done = Signal(object)
    """The label of what was done."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kpi = ""
        self.day: QLineEdit = ComposingLineEdit(self)
        self.value: QLineEdit = ComposingLineEdit(self)
        self.add = QPushButton(self)
        self.refusal = words("", "refusal", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column, part in enumerate((self.day, self.value, self.add)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.refusal, 1, 0, 1, 3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.refusal.hide()
        for field in (self.day, self.value):
            field.returnPressed.connect(self.record)
        self.add.clicked.connect(self.record)

    def name(self) -> None:
        """The words, in the language of the window."""
        tr, language = self.workspace.tr, self.workspace.language
        today = self.workspace.schedule.status_date
        self.day.setPlaceholderText(tr("Date"))
        self.day.setToolTip(
            tr("Without a date: the status date, {day}", day=day_in_words(today, language))
        )
        self.day.setAccessibleName(tr("Date of the measurement"))
        self.value.setPlaceholderText(tr("Value"))
        self.value.setAccessibleName(tr("Measured value"))
        self.add.setText(tr("Add a measurement"))

    def turn_to(self, kpi: str) -> None:
        """Write values of another KPI; what is half written belongs to the one before."""
        if kpi != self.kpi:
            self.kpi = kpi
            self.day.clear()
            self.value.clear()
            self._refuse(None)

    def record(self) -> None:
        """Add what is written; it can be undone."""
        workspace = self.workspace
        try:
            change_set = read_measurement(
                workspace.plan, self.kpi, self.day.text(), self.value.text()
            )
        except PlanError as error:
            self._refuse(error)
            return
        if workspace.do(change_set):
            self._refuse(None)
            self.day.clear()
            self.value.clear()
            self.done.emit(change_set.label)

    def _refuse(self, error: PlanError | None) -> None:
        text = "" if error is None else error.message.into(self.workspace.language)
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))
        self.refusal.setStyleSheet(f"color: {self.workspace.theme.colour('late')};")
        self.value.setAccessibleDescription(text)
