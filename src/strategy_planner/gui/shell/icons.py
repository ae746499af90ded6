"""The icons of the controls: Lucide's outlines in the theme's colours."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from strategy_planner.bundled import bundled
from strategy_planner.layout.theme import Theme

_SIDE = 18
_RATIOS = (1, 2, 4)


def icon(name: str, theme: Theme, colour: str = "ink2") -> QIcon:
    """A Lucide icon in a colour of the theme, paler where it is disabled."""
    return _icon(name, theme.colour(colour), theme.colour("disabled"))


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_pixmap(name, colour, ratio), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, disabled, ratio), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, colour: str, ratio: int) -> QPixmap:
    outline = bundled("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    coloured = outline.replace("currentColor", colour).replace(
        'stroke-width="2"', 'stroke-width="1.75"'
    )
    pixmap = QPixmap(_SIDE * ratio, _SIDE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(coloured.encode())).render(
        painter, QRectF(0, 0, _SIDE * ratio, _SIDE * ratio)
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
