"""How the runs are made: choices of the plan, which are edits, and of this window."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from strategy_planner.analysis.simulation.terms import SAMPLES, SEED
from strategy_planner.gui.answers.chance.answer import Asked
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields
from strategy_planner.model.fields import field

_NUMBERS = (1_000, SAMPLES, 50_000)
_LARGEST_SEED = 999_999
_PLANS = {"distribution": "beta-pert", "choices_mode": "commit"}
"""The settings of the plan that are chosen here, and what holds where nothing is said (6.3)."""


class RunSettings(QWidget):
    """Distribution and choices are the plan's and can be undone; runs and seed are the window's."""

    changed = Signal()
    """Other runs are asked for."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.of_plan = {name: PickList(workspace, self) for name in _PLANS}
        self.runs = PickList(workspace, self)
        self.seed = QSpinBox(self)
        self.seed.setRange(0, _LARGEST_SEED)
        self.seed.setValue(SEED)
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(6, 0, 6, 0)
        flow = FlowLayout(self, 8)
        for part in (*self.of_plan.values(), self.runs, self.seed):
            flow.addWidget(part)
        for name, pick in self.of_plan.items():
            pick.activated.connect(lambda _, name=name: self._set(name))
        self.runs.activated.connect(lambda _: self.changed.emit())
        self.seed.valueChanged.connect(lambda _: self.changed.emit())
        workspace.changed.connect(lambda _: self.show_plan())
        workspace.replaced.connect(self.show_plan)

    @property
    def asked(self) -> Asked:
        """The runs that are asked for."""
        return Asked(self.runs.currentData() or SAMPLES, self.seed.value())

    def name(self) -> None:
        """The words, in the language of the window."""
        tr, language = self.workspace.tr, self.workspace.language
        for name, pick in self.of_plan.items():
            here = field("settings", name)
            pick.setAccessibleName(here.label.into(language))
            pick.setToolTip(here.label.into(language))
            _fill(
                pick, [(value, word.into(language)) for value, word in (here.words or {}).items()]
            )
        chosen = self.runs.currentData() or SAMPLES
        entries = [(count, tr("{count} runs", count=f"{count:,}")) for count in _NUMBERS]
        _fill(self.runs, entries)
        self.runs.setCurrentIndex(_NUMBERS.index(chosen))
        self.runs.setAccessibleName(tr("Number of runs"))
        self.seed.setPrefix(tr("Seed {seed}", seed=""))
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The same seed gives the same result."))
        self.show_plan()

    def show_plan(self) -> None:
        """The plan's choices as they now are."""
        for name, pick in self.of_plan.items():
            value = getattr(self.workspace.plan.settings, name) or _PLANS[name]
            pick.setCurrentIndex(pick.findData(value))

    def _set(self, name: str) -> None:
        plan = self.workspace.plan
        value = self.of_plan[name].currentData()
        self.workspace.do(set_fields(plan, "settings", "settings", **{name: value}))


def _fill(pick: PickList, entries: list[tuple[Any, str]]) -> None:
    pick.clear()
    for value, text in entries:
        pick.addItem(text, value)
