"""Where notices stand: over the foot of the window, in its middle."""

from PySide6.QtWidgets import QWidget

_MARGIN, _ABOVE = 24, 44


def place_at_foot(notice: QWidget, widest: int, strip: QWidget | None = None) -> None:
    """Put a child of the window over its foot, and over a strip that stands there."""
    window = notice.parentWidget()
    if window is None:
        return
    notice.setFixedWidth(min(widest, window.width() - 2 * _MARGIN))
    notice.adjustSize()
    above = _ABOVE + (strip.height() if strip is not None and strip.isVisible() else 0)
    notice.move((window.width() - notice.width()) // 2, window.height() - notice.height() - above)
