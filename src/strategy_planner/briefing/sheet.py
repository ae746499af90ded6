"""One page of the pack: the only place through which text and figures reach the canvas.

Lengths are in points from the page's top left. What carries meaning is text or a figure; lines
and grounds around it are ornament.
"""

from collections.abc import Iterable
from typing import Any

from strategy_planner.briefing.drawing import ShapePainter
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Paragraph, Style
from strategy_planner.layout.shapes import Anchor, Label, Rect, Shape, Stroke, baseline
from strategy_planner.layout.theme import Theme

MARGIN_SIDE, MARGIN_TOP, MARGIN_FOOT = 36.0, 30.0, 30.0


class Sheet:
    """A page that is being drawn."""

    def __init__(self, canvas: Any, width: float, height: float, theme: Theme) -> None:
        self._canvas = canvas
        self._painter = ShapePainter(canvas, height, theme)
        self.width = width
        self.height = height
        self.left = MARGIN_SIDE
        self.right = width - MARGIN_SIDE

    def text(self, paragraph: Paragraph, x: float, y: float) -> float:
        """Draw a paragraph with its top left at (x, y); the y under it."""
        style = paragraph.style
        for line in paragraph.lines:
            left = x
            if paragraph.align != "start":
                free = paragraph.width - measure(line, style.size, style.weight)
                left += free if paragraph.align == "end" else free / 2
            self._words(left, y + style.line / 2, line, style)
            y += style.line
        return y

    def line(
        self, x: float, centre: float, text: str, style: Style, anchor: Anchor = "start"
    ) -> float:
        """Draw one line of text centred on a height; its width."""
        width = measure(text, style.size, style.weight)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        self._words(left, centre, text, style)
        return width

    def figure(self, shapes: Iterable[Shape], dx: float = 0.0, dy: float = 0.0) -> None:
        """Draw a chart or a mark that says something."""
        self._painter.paint(shapes, dx, dy)

    def ornament(self, *shapes: Shape) -> None:
        """Draw what only orders the page."""
        self._painter.paint(shapes)

    def rule(self, x1: float, x2: float, y: float, colour: str, width: float) -> None:
        """Draw a level line."""
        self.ornament(Rect(x1, y - width / 2, x2 - x1, width, colour))

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, line: float = 0.9
    ) -> None:
        """Draw the edge of a box."""
        self.ornament(Rect(x, y, width, height, None, Stroke(colour, line)))

    def bookmark(self, key: str, title: str, level: int) -> None:
        """Name this page in the document's outline."""
        self._canvas.bookmarkPage(key, fit="Fit")
        self._canvas.addOutlineEntry(title, key, level=level, closed=False)

    def _words(self, x: float, centre: float, text: str, style: Style) -> None:
        if text:
            y = baseline(centre, style.size)
            self._painter.paint([Label(x, y, text, style.size, style.colour, style.weight)])
