"""What covers the whole window for a while: the interview, the briefing pack."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class CoveringRoom(QWidget):
    """A widget in the place of everything, and the way out of it."""

    left = Signal(str)
    """Back to the desk, to the item of this id if one was asked for."""

    def set_text_scale(self, scale: float) -> None:
        """Texts larger or smaller."""
        raise NotImplementedError
