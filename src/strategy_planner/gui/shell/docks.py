"""Outline, views, problems and inspector beside each other, and what gives way in a narrow window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from strategy_planner.gui.outline.view import OutlineView
from strategy_planner.gui.shell.preferences import Preferences

OUTLINE, INSPECTOR, PROBLEMS = 228, 296, 150
_OUTLINE_LEAST, _OUTLINE_MOST = 180, 360
_INSPECTOR_LEAST, _INSPECTOR_MOST = 260, 420
_OUTLINE_FOLDED, _PROBLEMS_FOLDED = 84, 34
_NARROW, _VERY_NARROW = 1200, 1000
"""Below the first the inspector shows only when asked for, below the second the outline folds
(VISUAL 8); both grow half as fast as the text."""
_UNBOUNDED = 16_777_215


class Docks(QWidget):
    """The window's parts. A part that a person hid stays hidden."""

    def __init__(
        self, outline: OutlineView, views: QWidget, problems: QWidget, inspector: QWidget
    ) -> None:
        super().__init__()
        self.outline, self.inspector, self.problems = outline, inspector, problems
        self.inspector_gives_way = False
        self.is_very_narrow = False
        self._scale = 1.0
        self._outline_is_folded = False
        self._outline_width = OUTLINE
        """What the outline had before it folded."""
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(views)
        self.middle.addWidget(problems)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([600, PROBLEMS])
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for part in (outline, self.middle, inspector):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([OUTLINE, 900, INSPECTOR])
        for splitter in (self.middle, self.across):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        outline.setMinimumWidth(_OUTLINE_LEAST)
        inspector.setMinimumWidth(_INSPECTOR_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.across, 1)

    def set_text_scale(self, scale: float) -> None:
        """Give the docks the room that larger texts need."""
        if scale == self._scale:
            return
        self._scale = scale
        self._outline_is_folded = False
        outline = min(_OUTLINE_MOST, round(OUTLINE * scale))
        inspector = min(_INSPECTOR_MOST, round(INSPECTOR * scale))
        self._outline_width = outline
        self._share_out(outline, inspector)
        self.fit()

    def _share_out(self, outline: int, inspector: int) -> None:
        """Give both docks a width and the views the rest."""
        middle = max(1, self.across.width() - outline - inspector)
        self.across.setSizes([outline, middle, inspector])

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip under everything, as high as it needs to be."""
        column = self.layout()
        if column is not None:
            column.addWidget(strip)

    def fold_problems(self, folded: bool) -> None:
        """Leave of the problems their heading, or show them again."""
        total = sum(self.middle.sizes())
        height = round((_PROBLEMS_FOLDED if folded else PROBLEMS) * self._scale)
        self.problems.setMaximumHeight(height if folded else _UNBOUNDED)
        self.middle.setSizes([total - height, height])

    def restore(self, preferences: Preferences) -> None:
        """Stand as the last window was left."""
        for name, splitter in (("middle", self.middle), ("across", self.across)):
            state = preferences.layout(name)
            if state is not None:
                splitter.restoreState(state)
        for name, part in self._parts().items():
            part.setHidden(preferences.shown(name) == "hidden")

    def keep(self, preferences: Preferences) -> None:
        """Remember how everything stands."""
        if not self.inspector_gives_way and not self.is_very_narrow:
            preferences.keep_layout("middle", self.middle.saveState())
            preferences.keep_layout("across", self.across.saveState())
            for name, part in self._parts().items():
                preferences.keep_shown(name, "hidden" if part.isHidden() else "shown")

    def _parts(self) -> dict[str, QWidget]:
        return {"outline": self.outline, "inspector": self.inspector, "problems": self.problems}

    def minimumSizeHint(self) -> QSize:
        """Small: what does not fit gives way."""
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let parts give way where the window has become narrow."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Everything beside each other where there is room for it."""
        room = self.width() / ((1.0 + self._scale) / 2)
        self._give_way(room < _NARROW)
        self.is_very_narrow = room < _VERY_NARROW
        if self.is_very_narrow:
            for part in self.outline.findChildren(QWidget):
                part.installEventFilter(self)
        self._fold_outline()

    def _give_way(self, gives: bool) -> None:
        """Leave the inspector's room to the views until it is asked for, or show it again."""
        if gives != self.inspector_gives_way:
            self.inspector_gives_way = gives
            self.inspector.setHidden(gives)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The outline unfolds while the keyboard is in it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            QTimer.singleShot(0, self, self._fold_outline)
        return super().eventFilter(watched, event)

    def _fold_outline(self) -> None:
        """The outline is a strip of shapes while the window is very narrow and it has no keyboard."""
        focus = QApplication.focusWidget()
        has_keyboard = focus is not None and self.outline.isAncestorOf(focus)
        folded = self.is_very_narrow and not has_keyboard
        if folded == self._outline_is_folded:
            return
        width, _, inspector = self.across.sizes()
        if folded:
            self._outline_width = width
        self._outline_is_folded = folded
        self.outline.fold(folded)
        least = round(_OUTLINE_FOLDED * self._scale) if folded else _OUTLINE_LEAST
        self.outline.setMinimumWidth(least)
        self.outline.setMaximumWidth(least if folded else _UNBOUNDED)
        self._share_out(least if folded else self._outline_width, inspector)
