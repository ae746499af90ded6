"""Keys drawn as keys, and the line at the foot that says what each of them does."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.shapes import Label, Rect, Stroke, baseline

_TEXT, _LINE, _CAP, _GAP, _EDGE = 11, 32, 20, 18, 18


def cap_width(key: str, scale: float) -> float:
    """The width of a key."""
    return measure(key, _TEXT * scale, 500) + 14 * scale


def key_cap(key: str, x: float, middle: float, scale: float) -> Shapes:
    """A key, its left edge at x."""
    width, height = cap_width(key, scale), _CAP * scale
    size = _TEXT * scale
    return (
        Rect(x, middle - height / 2, width, height, "surface", Stroke("control"), radius=4 * scale),
        Label(x + width / 2, baseline(middle, size), key, size, "ink2", 500, "middle"),
    )


class KeyHints(QWidget):
    """What the keys do now, in as many lines as the width asks for."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale = 1.0
        self.hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Keys and what each does."""
        self.hints = hints
        self.setAccessibleName(self._workspace.tr("Keys"))
        self.setAccessibleDescription(", ".join(f"{key}: {words}" for key, words in hints))
        self._settle()

    def set_text_scale(self, scale: float) -> None:
        """Larger keys."""
        self._scale = min(scale, 1.5)
        self._settle()

    def sizeHint(self) -> QSize:
        """As many lines as there are."""
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        lines = 1 + max((line for *_, line in self._placed()), default=0)
        self.setFixedHeight(round(lines * _LINE * self._scale + 4))
        self.update()

    def _placed(self) -> list[tuple[str, str, float, int]]:
        """Each hint with its x and its line."""
        placed: list[tuple[str, str, float, int]] = []
        x, line = float(_EDGE), 0
        for key, words in self.hints:
            width = cap_width(key, self._scale) + 7 * self._scale
            width += measure(words, _TEXT * self._scale, 400)
            if x > _EDGE and x + width > self.width() - _EDGE:
                x, line = float(_EDGE), line + 1
            placed.append((key, words, x, line))
            x += width + _GAP * self._scale
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Keys and words on the ground of the window's foot."""
        del event
        shapes = shape_painter(self._workspace.theme.scheme)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shapes.colour("chrome"))
        painter.fillRect(0, 0, self.width(), 1, shapes.colour("line2"))
        size = _TEXT * self._scale
        for key, words, x, line in self._placed():
            middle = 2 + (line + 0.5) * _LINE * self._scale
            left = x + cap_width(key, self._scale) + 7 * self._scale
            text = Label(left, baseline(middle, size), words, size, "ink2")
            shapes.paint(painter, (*key_cap(key, x, middle, self._scale), text))
        painter.end()
