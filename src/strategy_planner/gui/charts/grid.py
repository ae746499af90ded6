"""Charts beside each other where there is room, else one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from strategy_planner.gui.charts.view import ChartView

_BESIDE = 700
"""From this width on, in pixels at 100 %, two charts have room beside each other."""
_TEXT = 12


class ChartGrid(QWidget):
    """One column or two, with the text size deciding too."""

    def __init__(self, charts: Sequence[ChartView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts = charts
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of columns."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        scale = max(1.0, self.fontInfo().pixelSize() / _TEXT)
        columns = 2 if self.width() >= _BESIDE * scale else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, chart in enumerate(self._charts):
            row, column = divmod(place, columns)
            self._grid.addWidget(chart, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
