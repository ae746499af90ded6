"""Outline, views, problems and inspector beside each other, and what gives way in a narrow window."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from strategy_planner.gui.outline.view import OutlineView
from strategy_planner.gui.shell.aside import Aside, Rail, Shade
from strategy_planner.gui.shell.preferences import Preferences

OUTLINE, INSPECTOR, PROBLEMS, ANSWERS = 228, 296, 150, 340
_OUTLINE_LEAST, _OUTLINE_MOST = 180, 360
_INSPECTOR_LEAST, _INSPECTOR_MOST = 260, 420
_OUTLINE_FOLDED, _PROBLEMS_FOLDED = 84, 34
_NARROW, _VERY_NARROW = 1200, 1000
"""Below the first the inspector lies over the views and shows only when asked for; below the second
the outline is a strip of shapes, and lies over the views while it has the keyboard (VISUAL 8). Both
grow half as fast as the text."""
_UNBOUNDED = 16_777_215


class Docks(QWidget):
    """The window's parts. A part that a person hid stays hidden."""

    closed = Signal()
    """What lay over the views was put away."""

    def __init__(
        self, outline: OutlineView, views: QStackedWidget, problems: QWidget, inspector: QWidget
    ) -> None:
        super().__init__()
        self.outline, self.inspector, self.problems = outline, inspector, problems
        self._views = views
        self._scale = 1.0
        self._wide_layout: QByteArray | None = None
        """The places of the docks before the window became narrow."""
        self._is_rearranging = False
        self._back: QWidget | None = None
        """What had the keyboard before what lies over the views got it."""
        self._place_parts()
        space = outline.workspace
        self.left = Aside(outline, OUTLINE, Shade(space, self, at_right=False), stays=True)
        self.right = Aside(inspector, INSPECTOR, Shade(space, self, at_right=True), stays=False)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay)
        for aside in (self.left, self.right):
            aside.stirred.connect(self._lay)
        self.across.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    def _place_parts(self) -> None:
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.centre.addWidget(self._views)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.centre)
        self.middle.addWidget(self.problems)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([600, PROBLEMS])
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.outline, self.middle, self.inspector):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([OUTLINE, 900, INSPECTOR])
        for splitter in (self.centre, self.middle, self.across):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.outline.setMinimumWidth(_OUTLINE_LEAST)
        self.inspector.setMinimumWidth(_INSPECTOR_LEAST)
        self.rail = Rail(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.across, 1)
        self._row.addWidget(self.rail)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row, 1)

    def set_text_scale(self, scale: float) -> None:
        """Give the docks the room that larger texts need."""
        if scale == self._scale:
            return
        self._scale = scale
        self.rail.set_text_scale(scale)
        self.left.width = min(_OUTLINE_MOST, round(OUTLINE * scale))
        self.right.width = min(_INSPECTOR_MOST, round(INSPECTOR * scale))
        self._share_out()
        self.fit()

    def _share_out(self) -> None:
        """Give the docks that stand beside the views their widths, and the views the rest."""
        beside: dict[QWidget | None, int] = {
            aside.part: aside.width for aside in (self.left, self.right) if not aside.is_over
        }
        rest = max(1, self.across.width() - sum(beside.values()))
        parts = map(self.across.widget, range(self.across.count()))
        self.across.setSizes([beside.get(part, rest) for part in parts])

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip under everything, as high as it needs to be."""
        self._column.addWidget(strip)

    def add_top(self, strip: QWidget) -> None:
        """Put a strip over everything, as high as it needs to be."""
        self._column.insertWidget(0, strip)

    def give_view_keyboard(self) -> None:
        """The keyboard goes to the view in front, where what had it is gone."""
        (self._views.currentWidget() or self._views).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_answers(self, answers: QWidget) -> None:
        """Put the panel of answers under the views."""
        self.centre.addWidget(answers)
        self.centre.setStretchFactor(0, 1)
        height = round(ANSWERS * self._scale)
        self.centre.setSizes([max(1, self.centre.height() - height), height])

    def fill_centre(self, filled: bool) -> None:
        """Let what stands under the views take their place, or give it back."""
        self._views.setHidden(filled)

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
        """Remember how everything stands, or stood while there was room for it."""
        preferences.keep_layout("middle", self.middle.saveState())
        wide = self._wide_layout if self.right.is_over else None
        preferences.keep_layout("across", wide or self.across.saveState())
        for name, part in self._parts().items():
            is_hidden = part.isHidden()
            if part is self.inspector and self.right.is_over:
                is_hidden = not self.right.is_wanted
            preferences.keep_shown(name, "hidden" if is_hidden else "shown")

    def _parts(self) -> dict[str, QWidget]:
        return {"outline": self.outline, "inspector": self.inspector, "problems": self.problems}

    def minimumSizeHint(self) -> QSize:
        """Small: what does not fit gives way."""
        return QSize(480, 320)

    def showEvent(self, event: QShowEvent) -> None:
        """By now its width is true."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let parts give way where the window has become narrow."""
        super().resizeEvent(event)
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """Everything beside each other where there is room for it."""
        room = self.width() / ((1.0 + self._scale) / 2)
        narrow, very_narrow = room < _NARROW, room < _VERY_NARROW
        if (very_narrow, narrow) != (self.left.is_over, self.right.is_over):
            self._rearrange(outline_over=very_narrow, inspector_over=narrow)
        self._lay()

    def _rearrange(self, *, outline_over: bool, inspector_over: bool) -> None:
        self._is_rearranging = True
        self.left.move(self.across, 0, over=outline_over)
        self.right.move(self.across, self.across.count(), over=inspector_over)
        self.across.setStretchFactor(self.across.indexOf(self.middle), 1)
        self.rail.setVisible(inspector_over)
        self._leave_room()
        self._column.activate()
        self._share_out()
        self._is_rearranging = False

    def _remember(self) -> None:
        """How the docks stand, before a new size of the window squeezes them."""
        sizes = self.across.sizes()
        for aside in (self.left, self.right):
            if not aside.is_over and not aside.part.isHidden():
                aside.width = sizes[self.across.indexOf(aside.part)]
        if not self.right.is_over:
            self._wide_layout = self.across.saveState()

    def _lay(self) -> None:
        """Put what lies over the views where it belongs."""
        kept = self._leave_room()
        strip = round(_OUTLINE_FOLDED * self._scale)
        is_used = self.left.has_keyboard or self.outline.is_hosting
        is_strip = self.left.is_over and not is_used
        self.outline.fold(is_strip)
        self.outline.setMinimumWidth(strip if is_strip else _OUTLINE_LEAST)
        height = self.across.height()
        width = strip if is_strip else self.left.width
        self.left.lie(QRect(0, 0, width, height), floats=not is_strip)
        right = self.width() - self.rail.sizeHint().width()
        width = max(_INSPECTOR_LEAST, min(self.right.width, right - kept - strip))
        self.right.lie(QRect(right - width, 0, width, height), floats=True)

    def _leave_room(self) -> int:
        """Keep the views off the outline's strip, which is so many pixels wide."""
        strip = round(_OUTLINE_FOLDED * self._scale) + 1
        kept = strip if self.left.is_over and not self.outline.isHidden() else 0
        if self._row.contentsMargins().left() != kept:
            self._row.setContentsMargins(kept, 0, 0, 0)
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies over the views is as high as they are."""
        is_resized = event.type() == QEvent.Type.Resize and watched is self.across
        if is_resized and not self._is_rearranging:
            # The splitter itself has not heard of it yet.
            self._remember()
            self._lay()
        return super().eventFilter(watched, event)

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where it came from; the outline unfolds while it is there."""
        over = [aside for aside in (self.left, self.right) if aside.is_over]
        if over and now is not None and now.window() is self.window():
            if not any(aside.part.isAncestorOf(before) for aside in over if before is not None):
                self._back = before
            self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing in it wants the key, puts away what lies over the views."""
        here = next(
            (one for one in (self.left, self.right) if one.is_over and one.has_keyboard), None
        )
        if here is None or event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        back = self._back
        if back is None or not isValid(back) or not back.isVisible():
            back = getattr(self._views, "currentWidget", lambda: None)() or self._views
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        if here is self.right:
            self.inspector.hide()
            self.closed.emit()
