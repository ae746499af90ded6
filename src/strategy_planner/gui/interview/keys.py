"""Which key asks for what in the interview."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

ASKED: dict[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    (_NONE, Qt.Key.Key_Return): "enter",
    (_NONE, Qt.Key.Key_Enter): "enter",
    (_CTRL, Qt.Key.Key_Return): "deeper",
    (_CTRL, Qt.Key.Key_Enter): "deeper",
    (_SHIFT, Qt.Key.Key_Return): "show",
    (_SHIFT, Qt.Key.Key_Enter): "show",
    (_NONE, Qt.Key.Key_Tab): "link",
    (_NONE, Qt.Key.Key_Up): "up",
    (_NONE, Qt.Key.Key_Down): "down",
    (_ALT, Qt.Key.Key_Up): "switch_up",
    (_ALT, Qt.Key.Key_Down): "switch_down",
    (_ALT, Qt.Key.Key_Left): "back",
    (_ALT, Qt.Key.Key_Right): "skip",
    (_NONE, Qt.Key.Key_F2): "rewrite",
    (_CTRL, Qt.Key.Key_G): "alternatives",
    (_CTRL, Qt.Key.Key_B): "because",
    (_CTRL, Qt.Key.Key_Z): "undo",
    (_CTRL | _SHIFT, Qt.Key.Key_Z): "redo",
    (_CTRL, Qt.Key.Key_Y): "redo",
    (_NONE, Qt.Key.Key_Escape): "escape",
}
ANYWHERE = frozenset(
    {"back", "skip", "deeper", "alternatives", "because", "rewrite", "show", "escape"}
)
"""What is asked for wherever in the interview the keyboard is."""


def asked_by(event: QKeyEvent) -> str | None:
    """What a key asks for, None where it asks for nothing here."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return ASKED.get((modifiers, Qt.Key(event.key())))
