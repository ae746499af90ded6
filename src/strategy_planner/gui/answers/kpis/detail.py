"""One KPI: its charts, why its figures are as they are, and the records they are made of."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategy_planner.analysis.kpis.reasons import why_forecast, why_gap, why_grade
from strategy_planner.gui.answers.kpis.answer import KpiAnswer
from strategy_planner.gui.answers.kpis.records import KpiRecords
from strategy_planner.gui.charts.grid import ChartGrid
from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.charts.trajectory import trajectory_chart
from strategy_planner.layout.charts.trajectory_data import trajectory_of
from strategy_planner.layout.charts.wedge import wedge_chart
from strategy_planner.layout.charts.wedge_data import wedges_of
from strategy_planner.model.texts import text_of


class KpiDetail(QScrollArea):
    """Scrolls where there is little room."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = words("", "heading", self)
        self.reasons = words("", "entry", self)
        self.trajectory = ChartView(workspace, self)
        self.wedges = ChartView(workspace, self)
        self.records = KpiRecords(workspace, self)
        self._page = QWidget(self)
        self._arrange()
        self.setWidget(self._page)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(ChartGrid((self.trajectory, self.wedges), self._page))
        column.addWidget(self.reasons)
        column.addWidget(self.records)
        column.addStretch(1)

    def show_kpi(self, answer: KpiAnswer, id_: str) -> None:
        """The KPI of an answer."""
        plan, language, tr = answer.plan, self.workspace.language, self.workspace.tr
        kpi, standing = plan.kpis[id_], answer.standings[id_]
        name = text_of(plan, kpi, "name", language) or kpi.id
        self.heading.setText(name)
        trajectory = trajectory_of(plan, kpi, standing, answer.today.status_date, language)
        self.trajectory.show_chart(
            tr("Trajectory of {kpi}", kpi=name), partial(trajectory_chart, trajectory)
        )
        wedges = wedges_of(plan, kpi, standing, language)
        draw = partial(wedge_chart, wedges) if wedges.wedges else None
        self.wedges.show_chart(tr("Which actions close the gap of {kpi}", kpi=name), draw)
        said = (why_grade(standing), why_gap(kpi, standing), *why_forecast(kpi, standing))
        self.reasons.setText("\n".join(one.into(language) for one in said))
        self.records.turn_to(id_)
