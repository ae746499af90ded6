"""A picture as PNG, drawn by Qt with or without a screen."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QImageWriter, QPainter

from strategy_planner.gui.fonts import font, load_fonts
from strategy_planner.gui.painting import ShapePainter
from strategy_planner.layout.shapes import Label, Picture, Weight
from strategy_planner.layout.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

SCALE = 2.0
"""Twice the size on screen: sharp on paper and on dense screens."""
MOST_PIXELS = 16_000
"""A longer side makes the picture coarser instead: most programs open no larger ones."""


class _Painter(ShapePainter):
    """With fonts of its own: Qt's are not shared by threads, and this may run beside the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._fonts: dict[tuple[float, Weight], tuple[QFont, QFontMetricsF]] = {}

    def _label(self, painter: QPainter, label: Label) -> None:
        key = (label.size, label.weight)
        if key not in self._fonts:
            face = font.__wrapped__(label.size, label.weight)
            self._fonts[key] = (face, QFontMetricsF(face))
        face, metrics = self._fonts[key]
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        painter.setFont(face)
        painter.setPen(self.colour(label.colour))
        x = label.x - share * metrics.horizontalAdvance(label.text)
        painter.drawText(QPointF(x, label.y), label.text)


def png_of(picture: Picture, theme: Theme) -> bytes:
    """The PNG file of a picture; needs an application, as `without_a_screen` makes one."""
    load_fonts()
    scale = min(SCALE, MOST_PIXELS / max(picture.width, picture.height, 1.0))
    width, height = round(picture.width * scale), round(picture.height * scale)
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    _Painter(theme).paint(painter, picture.shapes)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def without_a_screen() -> "QCoreApplication":
    """The application that is there, else one that needs no display; keep it while drawing."""
    found = QGuiApplication.instance()
    if found is not None:
        return found
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])
