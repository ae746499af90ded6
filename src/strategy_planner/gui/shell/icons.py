"""The icons of the controls: Lucide's outlines in the theme's colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from strategy_planner.bundled import bundled
from strategy_planner.layout.theme import Theme

_SIDES = (18, 36, 72)
"""For texts from 100 to 200 %, on plain and on dense screens."""


def icon(name: str, theme: Theme, colour: str = "ink2") -> QIcon:
    """A Lucide icon in a colour of the theme, paler where it is disabled."""
    return _icon(name, theme.colour(colour), theme.colour("disabled"))


@cache
def picture(name: str) -> QIcon:
    """A bundled picture in its own colours, as the window's."""
    made = QIcon()
    renderer = _renderer(name, "none")
    for side in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_pixmap(renderer, side))
    return made


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = _renderer(name, stroke)
        for side in _SIDES:
            made.addPixmap(_pixmap(renderer, side), mode)
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    outline = bundled("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    coloured = outline.replace("currentColor", colour).replace(
        'stroke-width="2"', 'stroke-width="1.75"'
    )
    return QSvgRenderer(QByteArray(coloured.encode()))


def _pixmap(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
