"""A picture as PNG, drawn by Qt with or without a screen."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from strategy_planner.gui.fonts import load_fonts
from strategy_planner.gui.painting import ShapePainter
from strategy_planner.layout.shapes import Picture
from strategy_planner.layout.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

SCALE = 2.0
"""Twice the size on screen: sharp on paper and on dense screens."""
MOST_PIXELS = 16_000
"""A longer side makes the picture coarser instead: most programs open no larger ones."""


def png_of(picture: Picture, theme: Theme) -> bytes:
    """The PNG file of a picture; needs an application, as `without_a_screen` makes one."""
    load_fonts()
    scale = min(SCALE, MOST_PIXELS / max(picture.width, picture.height, 1.0))
    width, height = round(picture.width * scale), round(picture.height * scale)
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    ShapePainter(theme).paint(painter, picture.shapes)
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
