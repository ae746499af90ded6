"""One target: the curve of its chance, what drives it, what would raise it, what is uncertain."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategy_planner.analysis.simulation.simulation_words import what_is_uncertain
from strategy_planner.gui.answers.chance.answer import ChanceAnswer
from strategy_planner.gui.answers.chance.drawing import curve_of, drivers_of
from strategy_planner.gui.answers.chance.raising import RaisingPart
from strategy_planner.gui.answers.chance.ranges import RangesPart
from strategy_planner.gui.charts.grid import ChartGrid
from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.charts.bars import bars_chart
from strategy_planner.layout.charts.chance import chance_chart
from strategy_planner.model.texts import label


class TargetDetail(QScrollArea):
    """Scrolls where there is little room."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        self.heading = words("", "heading", page)
        self.curve = ChartView(workspace, page)
        self.drivers = ChartView(workspace, page)
        self.uncertain = words("", "entry", page)
        self.raising = RaisingPart(workspace, page)
        self.ranges = RangesPart(workspace, page)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        grid = ChartGrid((self.curve, self.drivers), page)
        for part in (self.heading, grid, self.raising, self.uncertain, self.ranges):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)

    def show_target(self, answer: ChanceAnswer, target: str) -> None:
        """A target of an answer."""
        language, tr = self.workspace.language, self.workspace.tr
        name = label(answer.plan, target, language)
        self.heading.setText(name)
        drawn = answer.found.uncertainty
        if drawn.is_none:
            self.curve.show_chart("", None)
            self.drivers.show_chart("", None)
        else:
            curve = curve_of(answer, target, language)
            self.curve.show_chart(tr("Chance of {item}", item=name), partial(chance_chart, curve))
            bars = drivers_of(answer, language)
            draw = partial(bars_chart, bars) if bars is not None and bars.bars else None
            self.drivers.show_chart(bars.sentence if bars is not None else "", draw)
        self.uncertain.setText("\n".join(what_is_uncertain(answer.plan, drawn, language)))
        self.raising.turn_to(answer, target)
        self.ranges.refresh()

    def name(self) -> None:
        """The words that are there without an answer."""
        self.raising.name()
        self.ranges.refresh()
