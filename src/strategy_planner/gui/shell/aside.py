"""A dock at a side of the views: beside them or, in a narrow window, lying over them."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QVBoxLayout, QWidget

from strategy_planner.gui.workspace import Workspace

_SHADE, _DARKEST = 12, 26
_ICON = 16


class Aside(QObject):
    """One dock, what it is as wide as, and whether a person wants it beside the views."""

    stirred = Signal()
    """The dock was shown or hidden by somebody."""

    def __init__(self, part: QWidget, width: int, shade: "Shade", *, stays: bool) -> None:
        super().__init__(shade.parent())
        self.part, self.width, self.shade = part, width, shade
        self._stays = stays
        """Whether it is seen over the views all the time, or only when asked for."""
        self.is_over = False
        self.is_wanted = True
        self._is_moving = False
        part.installEventFilter(self)

    @property
    def has_keyboard(self) -> bool:
        """Whether what is written in the window goes to it."""
        focus = self.part.window().focusWidget()
        return focus is not None and (focus is self.part or self.part.isAncestorOf(focus))

    def move(self, across: QSplitter, place: int, *, over: bool) -> None:
        """Take the dock out of its place beside the views, or put it back; the keyboard stays."""
        if over == self.is_over:
            return
        keyboard = self.part.window().focusWidget() if self.has_keyboard else None
        shown = not self.part.isHidden()
        self.is_over, self._is_moving = over, True
        if over:
            self.is_wanted = shown
            self.part.setParent(across.parentWidget())
            self.part.setVisible(shown if self._stays else keyboard is not None)
        else:
            across.insertWidget(place, self.part)
            self.part.setVisible(shown if self._stays else shown or self.is_wanted)
        self._is_moving = False
        if keyboard is not None:
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def lie(self, box: QRect, *, floats: bool) -> None:
        """Over the views, in a box; ``floats`` where it covers something of them."""
        self.shade.setVisible(self.is_over and not self.part.isHidden())
        if self.is_over:
            self.part.setGeometry(box)
            self.part.raise_()
            self.shade.stand_at(box, floats=floats)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of its being shown and hidden."""
        heard = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}
        if event.type() in heard and watched is self.part and not self._is_moving:
            self.stirred.emit()
        return super().eventFilter(watched, event)


class Shade(QWidget):
    """The edge of what lies over the views, and the shadow that it throws on them."""

    def __init__(self, workspace: Workspace, parent: QWidget, *, at_right: bool) -> None:
        super().__init__(parent)
        self._workspace, self._at_right = workspace, at_right
        self._floats = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_at(self, part: QRect, *, floats: bool) -> None:
        """Along the edge of a part that is turned to the views."""
        self._floats = floats
        x = part.left() - _SHADE if self._at_right else part.right() + 1
        self.setGeometry(x, part.top(), _SHADE, part.height())
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, and beside it what fades away."""
        del event
        near, far = (_SHADE - 1, 0) if self._at_right else (0, _SHADE - 1)
        painter = QPainter(self)
        if self._floats:
            fading = QLinearGradient(QPointF(near, 0), QPointF(far, 0))
            fading.setColorAt(0.0, QColor(0, 0, 0, _DARKEST))
            fading.setColorAt(1.0, QColor(0, 0, 0, 0))
            painter.fillRect(self.rect(), fading)
        line = QColor(self._workspace.theme.colour("line2"))
        painter.fillRect(QRect(near, 0, 1, self.height()), line)
        painter.end()


class Rail(QWidget):
    """The bar at the right edge of a narrow window by which the inspector comes and goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = QToolButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 4, 2, 4)
        column.addWidget(self.button)
        column.addStretch(1)
        self.set_text_scale(1.0)
        self.hide()

    def offer(self, action: QAction) -> None:
        """Open and close by an action of the window."""
        self.button.setDefaultAction(action)

    def set_text_scale(self, scale: float) -> None:
        """The icon grows with the words elsewhere."""
        self.button.setIconSize(QSize(_ICON, _ICON) * scale)
