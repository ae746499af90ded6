"""Writing the title of an item where it stands, with an input method as well as without."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.composing import DECIDING_KEYS, ComposingLineEdit
from strategy_planner.gui.fonts import font
from strategy_planner.layout.theme import Theme

LEAST_WIDTH = 220
LEAST_HEIGHT = 34


class TitleEditor(ComposingLineEdit):
    """A line over an item. While text is composed, every key belongs to the input method."""

    committed = Signal(str, bool)
    """The text, and whether to go on with what this item needs (Tab)."""
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._open = False
        self.setObjectName("titleEditor")
        self.hide()

    def recolour(self, theme: Theme) -> None:
        """Take the colours of the scheme."""
        c = theme.colour
        self.setStyleSheet(
            f"QLineEdit {{ background: {c('surface')}; color: {c('ink')}; padding: 0 8px;"
            f" border: 2px solid {c('accent')}; border-radius: 5px;"
            f" selection-background-color: {c('accentWeak')}; selection-color: {c('ink')}; }}"
        )

    def edit(self, text: str, over: QRect, name: str, scale: float) -> None:
        """Open over an item; ``name`` is what the item is called for those who hear it."""
        self.setPlaceholderText(name)
        self._open = True
        self.setAccessibleName(name)
        self.setFont(font(max(12, min(20, round(12 * scale))), 500))
        self.settle(over)
        self.setText(text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self, over: QRect) -> None:
        """Stand over an item, which may have moved while it is written."""
        width, height = max(LEAST_WIDTH, over.width()), LEAST_HEIGHT
        room = self._ground.rect()
        x = max(2, min(over.center().x() - width // 2, room.width() - width - 2))
        y = max(2, min(over.center().y() - height // 2, room.height() - height - 2))
        self.setGeometry(x, y, width, height)

    def event(self, event: QEvent) -> bool:
        """Keep Tab, Enter and Escape from the window's own keys and from the focus chain."""
        if isinstance(event, QKeyEvent) and event.key() in DECIDING_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self.is_composing:
                self._decide(Qt.Key(event.key()))
                event.accept()
                return True
        return super().event(event)

    def _decide(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self._close()
            self.cancelled.emit()
        else:
            self.commit(go_on=key == Qt.Key.Key_Tab)

    def commit(self, *, go_on: bool = False) -> None:
        """Close and hand over the text."""
        if self._open:
            text = " ".join(self.text().split())
            self._close()
            self.committed.emit(text, go_on)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving decides, but for a menu that opens over it or another window."""
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self._open and event.reason() not in passing:
            self.commit()

    def _close(self) -> None:
        self._open = False
        self.is_composing = False
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
