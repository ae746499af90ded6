"""A card over the window, for what is asked quickly: it goes with Escape or a click beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

_SHADE = 40
"""How dark the shadow is, of 255."""


class Overlay(QFrame):
    """A child of the window, not a window of its own, so that input methods work in it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._from: QWidget | None = None
        self.hide()

    def appear(self, first: QWidget) -> None:
        """Show the card where it was moved to, with the keyboard in ``first``."""
        if not self.isVisible():
            self._from = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
        self._shade()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def disappear(self) -> None:
        """Go, and give the keyboard back."""
        if not self.isVisible():
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        before = self._from
        # The editor of a cell, for one, may be gone by now.
        if had_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._from = None
        self.closed.emit()

    def hideEvent(self, event: object) -> None:
        """Listen to nobody while it is not there."""
        del event
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes."""
        if event.key() == Qt.Key.Key_Escape:
            self.disappear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the card goes."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            is_popup = QApplication.activePopupWidget() is not None
            if isinstance(watched, QWidget) and not is_popup and not self.rect().contains(place):
                self.disappear()
        return super().eventFilter(watched, event)

    def _shade(self) -> None:
        if self.graphicsEffect() is None:
            shade = QGraphicsDropShadowEffect(self)
            shade.setOffset(0, 4)
            shade.setBlurRadius(14)
            shade.setColor(QColor(0, 0, 0, _SHADE))
            self.setGraphicsEffect(shade)
