"""Text of a planner shown as it was written, where Qt would take it for markup or a mnemonic."""

from PySide6.QtGui import Qt


def as_tooltip(text: str) -> str:
    """``text`` as a tooltip that shows every character of it."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def as_menu_text(text: str) -> str:
    """``text`` in a menu, where an ampersand would underline the next letter."""
    return text.replace("&", "&&")
