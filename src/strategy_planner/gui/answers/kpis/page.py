"""The page of the KPIs: all of them in a table, the one chosen with its charts beside it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.figures_table import FiguresTable
from strategy_planner.gui.answers.kpis.answer import standings
from strategy_planner.gui.answers.kpis.detail import KpiDetail
from strategy_planner.gui.answers.kpis.measuring import Measuring
from strategy_planner.gui.answers.kpis.rows import HEADS, kpi_rows
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.tick_box import TickBox
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


class KpiPage(AnswerPage):
    """Choosing a row selects the KPI on every view; the inspector then has its form."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, standings, parent)
        self.table = FiguresTable(workspace, self)
        self.detail = KpiDetail(workspace, self)
        self.measuring = Measuring(workspace, self)
        self.add = QPushButton(self)
        self.follow_box = TickBox(workspace, self)
        self.empty = QLabel(self)
        self.begin = QPushButton(self)
        self._arrange()
        self.first = self.table
        self.table.chosen.connect(self._choose)
        self.measuring.done.connect(self.told)
        self.follow_box.clicked.connect(self._let_dates_follow)
        workspace.selection_changed.connect(self._follow)
        for button in (self.add, self.begin):
            button.clicked.connect(self.add_kpi)
        self.refresh()

    def _arrange(self) -> None:
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.begin.setProperty("primary", True)
        self.add.setProperty("role", "link")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        foot = QWidget(left)
        flow = FlowLayout(foot, 8)
        flow.addWidget(self.measuring)
        flow.addWidget(self.add)
        flow.addWidget(self.follow_box)
        held = QVBoxLayout()
        held.setContentsMargins(8, 0, 8, 0)
        held.addWidget(foot)
        column.addLayout(held)
        self._whole = side_by_side(self, (left, 440), (self.detail, 560))
        nothing = QWidget(self)
        column = QVBoxLayout(nothing)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._nothing = nothing
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(nothing)
        self._stack.setCurrentWidget(nothing)

    def set_text_scale(self, scale: float) -> None:
        """Rows as high as their texts."""
        self.table.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        self.table.setRowCount(0)
        self._stack.setCurrentWidget(self._nothing)
        self.begin.hide()

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.table.setAccessibleName(tr("KPIs"))
        self.add.setText(tr("＋ Add a KPI"))
        self.follow_box.setText(tr("Dates follow the KPIs"))
        self.begin.setText(tr("Add a KPI"))
        self.empty.setText(tr("Being worked out…"))
        self.begin.setVisible(self.answer is not None)
        self.measuring.name()

    def show_answer(self, answer: Any) -> None:
        """Every KPI, and the one that is looked at; without any, the way to begin."""
        language = self.workspace.language
        if not answer.standings:
            self.empty.setText(
                self.workspace.tr("KPIs are to be set. Start with indicator, unit and baseline.")
            )
            self.begin.show()
        rows = kpi_rows(answer, language)
        self._stack.setCurrentWidget(self._whole if rows else self._nothing)
        self._show_following(answer.plan)
        self.table.tell([head.into(language) for head in HEADS], rows)
        self._follow(self.workspace.selection)
        self._show_current()

    def _show_following(self, plan: Plan) -> None:
        """Whether dates follow the KPIs, which they can once one says when it is reached."""
        tr = self.workspace.tr
        can = any(kpi.reached_at is not None for kpi in plan.kpis.values())
        self.follow_box.setChecked(plan.settings.kpi_dates is True)
        self.follow_box.setEnabled(can or self.follow_box.isChecked())
        words = tr(
            "An item is reached once its KPI has come to the value that counts as reached; a weak "
            "trend moves its date."
        )
        if not can:
            words = tr("No KPI says yet at which value it counts as reached.")
        self.follow_box.setToolTip(words)
        self.follow_box.setAccessibleDescription(words)

    def _let_dates_follow(self, on: bool) -> None:
        plan = self.workspace.plan
        value = True if on else None
        self.workspace.do(edits.set_fields(plan, "settings", "settings", kpi_dates=value))

    def add_kpi(self) -> None:
        """A new KPI at the selected item, else at the vision; the inspector has its form."""
        plan, workspace = self.workspace.plan, self.workspace
        chosen = [id_ for id_ in workspace.selection if id_ in plan.nodes]
        visions = [id_ for id_, node in plan.nodes.items() if node.kind == "vision"]
        node = next(iter([*chosen, *visions]), None)
        made = edits.add_record(plan, "kpi", node=node, name=workspace.tr("New KPI"))
        if workspace.do(made):
            workspace.select([made.changes[-1].id])
            self.told.emit(made.label)

    def _choose(self, key: str) -> None:
        self._show_current()
        self.workspace.select([key])

    def _follow(self, selection: tuple[str, ...]) -> None:
        """A KPI that is selected elsewhere, or stands at what is, is looked at."""
        if self.answer is None:
            return
        kpis = self.answer.plan.kpis
        here = next((id_ for id_ in selection if id_ in kpis), None)
        if here is None and selection:
            at = (id_ for id_, kpi in kpis.items() if kpi.node == selection[0])
            here = next(at, None)
        if here is not None and here != self.table.current_key():
            self.table.go_to(here)
            self._show_current()

    def _show_current(self) -> None:
        key = self.table.current_key()
        if self.answer is not None and key in self.answer.standings:
            self.detail.show_kpi(self.answer, key)
            self.measuring.turn_to(key)
