"""What stands left and right of the question: the path and the stages; the map and open ends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategy_planner.analysis.interview import places
from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.analysis.interview.walk import Interview
from strategy_planner.gui.interview.growing_map import GrowingMap
from strategy_planner.gui.interview.rows import Rows
from strategy_planner.gui.interview.side_rows import count_rows, path_rows, stage_rows
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.answers import requirements

_LEFT, _RIGHT = 276, 360
_SHARE = 0.28
"""The map takes this share of a wide window."""
_LARGEST = 1.35
"""The sides grow with the texts up to this: the question needs the room."""


class _Side(QFrame):
    def __init__(
        self, workspace: Workspace, parent: QWidget, edge: str, width: int, share: float
    ) -> None:
        super().__init__(parent)
        self.workspace, self._width, self._share = workspace, width, share
        self.setObjectName("side")
        self.setProperty("edge", edge)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 18, 10, 10)
        self._column.setSpacing(6)

    def _heading(self) -> tuple[QLabel, QLabel]:
        """A heading with a note at its right end."""
        words, note = QLabel(self), QLabel(self)
        words.setProperty("role", "heading")
        note.setProperty("role", "caption")
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(words)
        row.addStretch(1)
        row.addWidget(note)
        for label in (words, note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addLayout(row)
        return words, note

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._column.addWidget(rule)
        return rule

    def widen(self, scale: float, room: int) -> int:
        """Take the width for a text scale, more where the whole has more; gives that width."""
        width = round(max(self._width * min(scale, _LARGEST), self._share * room))
        self.setFixedWidth(width)
        return width


class PathSide(_Side):
    """From the vision to where the interview stands, and how far each area has come."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace, parent, "left", _LEFT, 0.0)
        self.path_words, _ = self._heading()
        self.path = Rows(workspace, self, "step", scrolls=True)
        self._column.addWidget(self.path)
        self._below_path = self._rule()
        self.stage_words, self.stage_note = self._heading()
        self.stages = Rows(workspace, self, scrolls=True)
        self._column.addWidget(self.stages, 1)
        self.path.keeps_choice = self.stages.keeps_choice = False

    def show_place(self, interview: Interview, ends: OpenEnds) -> None:
        """The path and the areas as they now are."""
        plan, tr = self.workspace.plan, self.workspace.tr
        self.path_words.setText(tr("Path from the vision"))
        self.path.setAccessibleName(self.path_words.text())
        for part in (self.path_words, self.path, self._below_path):
            part.setVisible(interview.stand is not None)
        stand = interview.stand
        way = places.path_from_vision(plan, stand.item) if stand else ()
        path = path_rows(self.workspace, stand, way) if stand else []
        self.path.show_rows(path)
        self._fit_path()
        rows = stage_rows(self.workspace, ends, way)
        done = sum(places.progress(plan, ends, row.id) == "done" for row in rows)
        areas = any(plan.nodes[row.id].kind == "area" for row in rows)
        self.stage_words.setText(tr("Areas") if areas else tr("Just before the vision"))
        for part in (self.stage_words, self._below_path):
            part.setVisible(
                bool(rows) and (part is self.stage_words or interview.stand is not None)
            )
        self.stage_note.setText(
            tr("{done} of {count} done", done=done, count=len(rows)) if rows else ""
        )
        self.stages.setAccessibleName(self.stage_words.text())
        self.stages.show_rows(rows)
        here = next((row.id for row in rows if row.here), "")
        if here:
            self.stages.choose(here)
            self.stages.setCurrentRow(-1)

    def settle(self, scale: float) -> None:
        """Larger texts."""
        self.path.set_text_scale(scale)
        self.stages.set_text_scale(scale)
        self._fit_path()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The path takes what it needs, half of the side at most."""
        super().resizeEvent(event)
        self._fit_path()

    def _fit_path(self) -> None:
        self.path.setFixedHeight(
            max(60, min(self.path.sizeHint().height() + 8, self.height() // 2))
        )
        self.path.scrollToBottom()


class MapSide(_Side):
    """The map as it grows, and how much is still open."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace, parent, "right", _RIGHT, _SHARE)
        self.map_words, self.map_note = self._heading()
        self.map = GrowingMap(workspace, self)
        self._column.addWidget(self.map, 1)
        self._rule()
        self.open_words, _ = self._heading()
        self.open = Rows(workspace, self)
        self.open.keeps_choice = False
        self._column.addWidget(self.open)
        self.note = QLabel(self)
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(10, 0, 10, 4)
        self._column.addWidget(self.note)

    def show_growth(self, interview: Interview, ends: OpenEnds, grown: str) -> None:
        """The map around where the interview stands; ``grown`` says by how much it grew."""
        tr = self.workspace.tr
        self.map_words.setText(tr("The map as it grows"))
        self.map_note.setText(grown)
        self.open_words.setText(tr("Still open"))
        self.open.setAccessibleName(self.open_words.text())
        self.open.show_rows(count_rows(self.workspace, ends))
        self.note.setText(tr("When you end the interview you can go on from this list."))
        if interview.stand is not None:
            item = interview.stand.item
            near = [link.prerequisite for link in requirements(self.workspace.plan, item)]
            self.map.stand_on(item, near)

    def settle(self, scale: float) -> None:
        """Larger texts."""
        self.open.set_text_scale(scale)
        self.map.set_text_scale(scale)
        self.map.recolour()
