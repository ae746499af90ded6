"""When an item must begin, when it can, how much slack it has, and why."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.chains import Chain, why
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.schedule import ItemDates
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.gui.inspector.field_editor import label_width
from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.mini_chart import MiniChart
from strategy_planner.gui.inspector.sections import column_of, words
from strategy_planner.gui.item_link import item_link
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model.reading import meaning_of

_LINES: tuple[tuple[str, Message], ...] = (
    ("late_start", message("Must start by")),
    ("early_start", message("Early start")),
    ("early_finish", message("Early finish")),
    ("late_finish", message("Late finish")),
    ("slack", message("Slack")),
)

ILLUSTRATION = "例示"
"""The tag of what was added to explain the method, as the samples write it in every language."""


class DatesBlock(QWidget):
    """The computed dates, the chains behind them, and the dates and duration as written."""

    chain_told = Signal(tuple)
    """The chains are told in words: the ids of the item and of all that stands in them."""

    def __init__(self, workspace: Workspace, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.node_id = workspace, node_id
        tr, language = workspace.tr, workspace.language
        self.why = QPushButton(tr("Why?"), self)
        self.why.setProperty("role", "link")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._tell_why)
        self.why.clicked.connect(self._tell_chain_ids)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(words(tr("Dates"), "heading", self))
        self.illustration = words(tr("Illustration"), "chip", self)
        self.convention = words(tr("By convention"), "chip", self)
        self.convention.setToolTip(
            tr("The date is an inexact word; the plan's conventions say what it means.")
        )
        for chip in (self.illustration, self.convention):
            chip.setWordWrap(False)
            top.addWidget(chip)
        top.addStretch(1)
        top.addWidget(self.why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.values: dict[str, QLabel] = {}
        self.labels: dict[str, QLabel] = {}
        for place, (name, called) in enumerate(_LINES):
            label = words(called.into(language), "caption", self)
            label.setFixedWidth(label_width(label))
            value = words("", "value", self)
            value.setAccessibleName(label.text())
            grid.addWidget(label, place, 0)
            grid.addWidget(value, place, 1)
            self.values[name], self.labels[name] = value, label
        self.chart = MiniChart(workspace, node_id, self)
        self.silence = words("", "caption", self)
        self.form = RecordForm(workspace, "node", node_id, self, only=("date", "duration"))
        self.chains, self._chains = column_of(self, 4)
        self.chains.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.chart)
        column.addLayout(grid)
        column.addWidget(self.silence)
        column.addWidget(self.chains)
        column.addWidget(self.form)
        workspace.analysed.connect(self.refresh)
        self.refresh()

    def turn_to(self, node_id: str) -> None:
        """Show another item's dates."""
        self.node_id = node_id
        self.chart.turn_to(node_id)
        self.form.turn_to(node_id)
        self.refresh()

    def tell_why(self) -> None:
        """Open the chains in words, and tell what stands in them."""
        self.why.setChecked(True)
        self._tell_chain_ids(True)

    def _tell_chain_ids(self, is_open: bool) -> None:
        ids = [self.node_id]
        if is_open:
            reasons = why(self.workspace.plan, self.workspace.schedule, self.node_id)
            ids += [step.item for step in (*reasons.early.steps, *reasons.late.steps)]
        self.chain_told.emit(tuple(dict.fromkeys(ids)))

    def refresh(self) -> None:
        """The dates as they now are."""
        language, plan = self.workspace.language, self.workspace.plan
        if self.node_id not in plan.nodes:
            return
        for name, day in self._days().items():
            self.values[name].setText(show_day(day, language) if day else "—")
        dates = self.workspace.schedule.items.get(self.node_id)
        self._hide_silent(dates)
        self._tell_chips()
        slack = dates.total_slack_days if dates else None
        self.values["slack"].setText(self._slack(slack))
        late = slack is not None and slack < 0
        colour = self.workspace.theme.colour("late" if late else "ink")
        self.values["slack"].setStyleSheet(f"color: {colour}; font-weight: {700 if late else 400};")
        self._tell_silence()
        self._tell_why(self.why.isChecked())

    def _days(self) -> dict[str, dt.date | None]:
        plan, schedule = self.workspace.plan, self.workspace.schedule
        dates = schedule.items.get(self.node_id)
        if dates is None:
            return dict.fromkeys(("late_start", "early_start", "early_finish", "late_finish"))
        return {
            "late_start": dates.late_start,
            "early_start": dates.early_start,
            "early_finish": early_last_day(plan, schedule, self.node_id),
            "late_finish": late_last_day(plan, schedule, self.node_id),
        }

    def _slack(self, days: int | None) -> str:
        if days is None:
            return "—"
        shown = show_slack(days, self.workspace.language)
        exact = message("({days} days)", days=f"{abs(days):,}").into(self.workspace.language)
        return f"{shown}{exact}" if self.workspace.language == "ja" else f"{shown} {exact}"

    def _hide_silent(self, dates: ItemDates | None) -> None:
        """No line for what has no date; what takes no time is met on a day, without a start."""
        has_slack = dates is not None and dates.total_slack_days is not None
        shown = {name: bool(day) for name, day in self._days().items()} | {"slack": has_slack}
        early = late = True
        if dates and dates.early_start:
            early = late = dates.early_start != dates.early_finish
        if dates and dates.late_start:
            late = dates.late_start != dates.late_finish
        shown["early_start"] &= early
        shown["late_start"] &= late
        for name, is_shown in shown.items():
            self.values[name].setVisible(is_shown)
            self.labels[name].setVisible(is_shown)

    def _tell_chips(self) -> None:
        """Whether the item is an illustration, and its date a convention."""
        plan = self.workspace.plan
        node = plan.nodes[self.node_id]
        self.illustration.setVisible(ILLUSTRATION in node.tags)
        try:
            by_convention = (
                bool(node.date) and meaning_of(node.date or "", node, plan.settings).convention
            )
        except CalendarError:
            by_convention = False
        self.convention.setVisible(by_convention)

    def _tell_silence(self) -> None:
        """Why there is no date, where there is none."""
        dates = self.workspace.schedule.items.get(self.node_id)
        if dates and dates.early_finish and dates.late_finish:
            self.silence.hide()
            return
        reasons = why(self.workspace.plan, self.workspace.schedule, self.node_id)
        silent = dict.fromkeys(
            chain.text.into(self.workspace.language)
            for chain in (reasons.early, reasons.late)
            if chain.date is None
        )
        self.silence.setText("\n".join(silent))
        self.silence.setVisible(bool(silent))

    def _tell_why(self, shown: bool) -> None:
        self.chains.setVisible(shown)
        while (entry := self._chains.takeAt(0)) is not None:
            part = entry.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        if not shown:
            return
        reasons = why(self.workspace.plan, self.workspace.schedule, self.node_id)
        self._tell_chain(self.workspace.tr("Why not earlier"), reasons.early)
        self._tell_chain(self.workspace.tr("Why not later"), reasons.late)

    def _tell_chain(self, heading: str, chain: Chain) -> None:
        self._chains.addWidget(words(heading, "heading", self.chains))
        if not chain.steps:
            self._chains.addWidget(words(chain.text.into(self.workspace.language), "entry", self))
        for step in chain.steps:
            row = QWidget(self.chains)
            line = QVBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(0)
            line.addWidget(item_link(self.workspace, step.item, row))
            text = words(step.message.into(self.workspace.language), "entry", row)
            text.setContentsMargins(6, 0, 0, 2)
            line.addWidget(text)
            self._chains.addWidget(row)
