"""Puts a pack on paper by the system's printers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.background import Task
from strategy_planner.gui.pack.pages import Pages, picture_of

_POINTS = 72.0
_FINEST = 300
"""Dots an inch beyond which nothing is gained."""


def printer_for(pages: Pages, parent: QWidget) -> QPrinter | None:
    """The printer that is chosen in the system's dialog, set to the size of the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = pages.sizes[0]
    is_wide = size.width() > size.height()
    page = QPageSize(size.transposed() if is_wide else size, QPageSize.Unit.Point)
    printer.setPageSize(page)
    wide, tall = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    printer.setPageOrientation(wide if is_wide else tall)
    printer.setFromTo(1, len(pages.sizes))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages.sizes))
    return printer if dialog.exec() else None


def print_pages(pages: Pages, printer: QPrinter, task: Task) -> int:
    """Print the chosen pages, beside the window; how many there were."""
    first = max(1, printer.fromPage() or 1)
    last = min(len(pages.sizes), printer.toPage() or len(pages.sizes))
    scale = min(printer.resolution(), _FINEST) / _POINTS
    painter = QPainter(printer)
    try:
        for place in range(first - 1, last):
            task.stop_if_cancelled()
            if place >= first:
                printer.newPage()
            area = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
            picture = picture_of(pages, place, scale)
            fitted = picture.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(0, 0, fitted.width(), fitted.height()), picture)
            task.progressed.emit((place - first + 2) / (last - first + 1))
    finally:
        painter.end()
    return last - first + 1
