"""Quick ranges: how far durations without an estimate spread, by track or kind of item."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from strategy_planner.analysis.simulation.simulation_words import shown_share
from strategy_planner.analysis.simulation.uncertainty import is_bare
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.quick_ranges import name_of_range, range_for, set_quick_range
from strategy_planner.model.records import Node, NodeKind, QuickRange

_LOW, _HIGH = -20, 80
_MOST = 1_000


class Category(NamedTuple):
    """A track, a kind of item, or, with neither, every item."""

    track: str | None = None
    kind: NodeKind | None = None


class RangesPart(QWidget):
    """How many durations say nothing of their spread, and a row to spread them; edits to undo."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.said = words("", "entry", self)
        self.category = PickList(workspace, self)
        self.low, self.high = QSpinBox(self), QSpinBox(self)
        self.spread = QPushButton(self)
        self.entry = QWidget(self)
        self.kept = QWidget(self)
        self._rows = QVBoxLayout(self.kept)
        self._arrange()
        self.spread.clicked.connect(self._set)

    def _arrange(self) -> None:
        self.low.setRange(-100, 0)
        self.low.setValue(_LOW)
        self.high.setRange(0, _MOST)
        self.high.setValue(_HIGH)
        self.high.setPrefix("+")
        for share in (self.low, self.high):
            share.setSuffix(" %")
            share.lineEdit().setTextMargins(6, 0, 6, 0)
        flow = FlowLayout(self.entry, 8)
        for part in (self.category, self.low, self.high, self.spread):
            flow.addWidget(part)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.entry)
        column.addWidget(self.kept)

    def refresh(self) -> None:
        """What the plan says now."""
        tr, plan = self.workspace.tr, self.workspace.plan
        ranges = plan.settings.quick_ranges
        bare = [node for node in plan.nodes.values() if _is_open(node) and is_bare(node)]
        left = [node for node in bare if range_for(node, ranges) is None]
        self.said.setText(
            message_plural(
                "{count} duration has no estimate of its spread and counts as certain.",
                "{count} durations have no estimate of their spread and count as certain.",
                len(left),
            ).into(self.workspace.language)
        )
        self.said.setVisible(bool(left))
        self.entry.setVisible(bool(bare))
        self._offer(bare)
        self.low.setAccessibleName(tr("At best, against the likely duration"))
        self.high.setAccessibleName(tr("At worst, against the likely duration"))
        self.category.setAccessibleName(tr("For which items"))
        self.spread.setText(tr("Set a quick range"))
        self._show_kept(ranges)

    def _offer(self, bare: list[Node]) -> None:
        """Only what has such items can be picked."""
        language, plan = self.workspace.language, self.workspace.plan
        here = self.category.currentData()
        tracks = [id_ for id_ in plan.tracks if any(node.track == id_ for node in bare)]
        kinds = dict.fromkeys(node.kind for node in bare)
        entries = [Category(), *(Category(track=id_) for id_ in tracks),
                   *(Category(kind=kind) for kind in kinds)]  # fmt: skip
        self.category.clear()
        for entry in entries:
            one = QuickRange(track=entry.track, kind=entry.kind, low=0, high=0)
            self.category.addItem(name_of_range(plan, one, language), entry)
        places = [place for place, entry in enumerate(entries) if entry == here]
        self.category.setCurrentIndex(places[0] if places else 0)

    def _show_kept(self, ranges: tuple[QuickRange, ...]) -> None:
        for old in self.kept.findChildren(_KeptRange):
            old.hide()
            old.deleteLater()
        for one in ranges:
            self._rows.addWidget(_KeptRange(self.workspace, one, self.kept))
        self.kept.setVisible(bool(ranges))

    def _set(self) -> None:
        category = self.category.currentData() or Category()
        low, high = self.low.value() / 100, self.high.value() / 100
        self.workspace.do(
            set_quick_range(
                self.workspace.plan, low, high, track=category.track, kind=category.kind
            )
        )


class _KeptRange(QWidget):
    """A range that the plan has, and the way to take it out."""

    def __init__(self, workspace: Workspace, one: QuickRange, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._one = workspace, one
        text = workspace.tr(
            "{name}: {low} to {high}",
            name=name_of_range(workspace.plan, one, workspace.language),
            low=shown_share(one.low),
            high=shown_share(one.high),
        )
        said = QLabel(text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self.remove = QPushButton("×", self)
        self.remove.setProperty("role", "link")
        self.remove.setAccessibleName(workspace.tr("Delete {item}", item=text))
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(said)
        row.addWidget(self.remove)
        row.addStretch(1)

    def _remove(self) -> None:
        plan, one = self._workspace.plan, self._one
        self._workspace.do(set_quick_range(plan, 0, 0, track=one.track, kind=one.kind))


def _is_open(node: Node) -> bool:
    return not node.is_done and not node.is_dropped
