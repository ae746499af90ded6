"""The page of the pathways: side by side at the left, what holds whichever is taken at the right."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui import choosing
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.pathways.answer import Outlook, outlook
from strategy_planner.gui.answers.pathways.findings import WhateverIsTaken
from strategy_planner.gui.answers.pathways.table import PathwayTable
from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.pathways.chart import pathways_chart
from strategy_planner.layout.pathways.course import course_of
from strategy_planner.layout.scaling import scaled
from strategy_planner.layout.shapes import Measure
from strategy_planner.model import edits
from strategy_planner.model.words import DISTRIBUTIONS

_LEAST_BESIDE = 45
"""Letters of a line that still reads well."""


class PathwaysPage(AnswerPage):
    """Table, buttons, lists; without a choice, how to make one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, outlook, parent)
        self.table = PathwayTable(workspace, self)
        self.whatever = WhateverIsTaken(workspace, self)
        self.new = QPushButton(self)
        self.duplicate = QPushButton(self)
        self.delete = QPushButton(self)
        self.picture = QPushButton(self)
        """Shows the picture instead of the table."""
        self.chart = ChartView(workspace, self)
        self.ground = words("", "caption", self)
        """How the figures were found."""
        self.empty = QLabel(self)
        self.empty_deed = QPushButton(self)
        self._arrange()
        self.first = self.table
        self.new.clicked.connect(self.begin_new)
        self.duplicate.clicked.connect(lambda: self.table.duplicate(self.table.pathway or ""))
        self.delete.clicked.connect(self._delete)
        self.picture.toggled.connect(lambda _: self._show(self.answer))
        self.empty_deed.clicked.connect(self._begin)
        workspace.changed.connect(self._follow)
        self.refresh()

    def _arrange(self) -> None:
        self.picture.setCheckable(True)
        for button in (self.new, self.duplicate, self.delete, self.picture):
            button.setProperty("role", "link")
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(8, 4, 8, 0)
        self._bar.setSpacing(4)
        self._deeds = QHBoxLayout()
        for button in (self.new, self.duplicate, self.delete, self.picture):
            self._deeds.addWidget(button)
        self._bar.addLayout(self._deeds)
        self._bar.addWidget(self.ground, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._bar)
        column.addWidget(self.table, 1)
        self._seen = QScrollArea(left)
        self._seen.setWidget(self.chart)
        self._seen.setWidgetResizable(True)
        column.addWidget(self._seen, 1)
        self._whole = side_by_side(self, (left, 720), (self.whatever, 320))
        self._whole.splitterMoved.connect(lambda *_: self._fit())
        self.empty.setProperty("role", "empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing = QWidget(self)
        middle = QVBoxLayout(self._nothing)
        middle.addStretch(1)
        middle.addWidget(self.empty)
        middle.addWidget(self.empty_deed, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self._nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """How the figures were found stands under the buttons where it has no room beside them."""
        room = self._whole.sizes()[0] - self._deeds.sizeHint().width()
        is_narrow = room < self.fontMetrics().averageCharWidth() * _LEAST_BESIDE
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(down if is_narrow else right)

    def begin_new(self) -> None:
        """Name what is now chosen; the name is written in the table."""
        self.picture.setChecked(False)
        self.table.add()

    def set_text_scale(self, scale: float) -> None:
        """Columns and marks as large as the texts."""
        self.table.set_text_scale(scale)
        self.whatever.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        self._show(None)

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.new.setText(tr("＋ New pathway"))
        self.new.setToolTip(tr("Name what is now chosen"))
        self.duplicate.setText(tr("Duplicate"))
        self.delete.setText(tr("Delete"))
        self.table.setAccessibleName(tr("Pathways"))
        self.empty.setText(
            tr("There is no choice yet. Select several links into one item on the map, then:")
        )
        self.empty_deed.setText(tr("One of these") + "  (O)")
        self._show(self.answer)

    def show_answer(self, answer: Any) -> None:
        """The comparison as far as it is known."""
        self._show(answer)

    def _show(self, answer: Outlook | None) -> None:
        plan = self.workspace.plan
        has_any = bool(plan.choices or plan.pathways)
        self._stack.setCurrentWidget(self._whole if has_any else self._nothing)
        is_drawn = self.picture.isChecked()
        self.table.setVisible(not is_drawn)
        self._seen.setVisible(is_drawn)
        self.whatever.setVisible(not is_drawn)
        tr = self.workspace.tr
        self.picture.setText(tr("As a table") if is_drawn else tr("As a picture"))
        self.table.show_answer(answer)
        self._draw(answer if is_drawn else None)
        self.whatever.show_answer(answer)
        for button in (self.duplicate, self.delete):
            button.setEnabled(bool(plan.pathways))
        self.ground.setText(self._ground(answer))

    def _draw(self, answer: Outlook | None) -> None:
        """The pathways as lines through their options, where that is asked for."""
        if answer is None or not answer.comparison.pathways:
            self.chart.show_chart(self.workspace.tr("Pathways"), None)
            return

        def draw(language: str, measure: Measure, options: ChartOptions) -> Chart:
            course = course_of(answer.plan, answer.today, answer.comparison, language)
            chart = pathways_chart(course, language, measure)
            return replace(chart, picture=scaled(chart.picture, options.unit))

        self.chart.show_chart(self.workspace.tr("Pathways"), draw)

    def _ground(self, answer: Outlook | None) -> str:
        """How exact the figures are: all but the chance are counted out."""
        tr, plan = self.workspace.tr, self.workspace.plan
        if not plan.pathways:
            return tr("No pathway is named yet: a new one takes what is now chosen.")
        if answer is None:
            return ""
        exact = tr("Counted out completely, over all choices.")
        if answer.terms is None:
            return exact
        drawn = message(
            "Chance: {count} runs, {distribution}, ± is its standard error.",
            count=f"{answer.terms.samples:,}",
            distribution=DISTRIBUTIONS[answer.terms.distribution],
        )
        return f"{exact} {drawn.into(self.workspace.language)}"

    def _follow(self) -> None:
        """Names and options follow an edit at once; the figures come after."""
        if self.isVisible():
            self._show(self.answer)

    def _delete(self) -> None:
        pathway = self.table.pathway
        if pathway is not None:
            self.workspace.do(edits.delete(self.workspace.plan, [pathway]))

    def _begin(self) -> None:
        choosing.one_of_selected(self.workspace)
