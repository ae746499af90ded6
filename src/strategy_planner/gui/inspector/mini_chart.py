"""The latest window of an item over its earliest, on a line of years."""

import datetime as dt

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from strategy_planner.analysis.schedule import ItemDates
from strategy_planner.gui.fonts import font, measure
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.tracks import track_colours, track_token

_HEAD, _BAR, _GAP = 16, 14, 4
_HIGH = _HEAD + 2 * _BAR + 3 * _GAP
_TEXT = 12
_MARK_APART = 54


class MiniChart(QWidget):
    """Two bars: dashed, when it must be done at the latest; filled, when it can be at the earliest."""

    def __init__(self, workspace: Workspace, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.node_id = workspace, node_id
        workspace.analysed.connect(self.refresh)
        workspace.theme_changed.connect(self.update)
        self.refresh()

    def turn_to(self, node_id: str) -> None:
        """Show another item's bars."""
        self.node_id = node_id
        self.refresh()

    def refresh(self) -> None:
        """Show the bars as they now are, and nothing where there are none."""
        self.setAccessibleName(self.workspace.tr("Latest dates over earliest dates"))
        dates = self._dates()
        self.setVisible(bool(dates and dates.early_start and _has_span(dates)))
        self._fit()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Larger texts need larger bars."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(_HIGH * self._scale))

    @property
    def _scale(self) -> float:
        """How much larger than at 100 % the texts around are."""
        return max(1.0, self.fontInfo().pixelSize() / _TEXT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw years, today and the bars."""
        del event
        dates = self._dates()
        if dates is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        self._draw(painter, dates, shape_painter(self.workspace.theme.scheme))
        painter.end()

    def _dates(self) -> ItemDates | None:
        return self.workspace.schedule.items.get(self.node_id)

    @property
    def _across(self) -> float:
        """The width that is drawn on, before it is scaled."""
        return self.width() / self._scale

    def _draw(self, painter: QPainter, dates: ItemDates, paint: ShapePainter) -> None:
        today = self.workspace.schedule.status_date
        days = [today, *filter(None, (dates.early_start, dates.early_finish,
                                      dates.late_start, dates.late_finish))]  # fmt: skip
        first, last = min(days).toordinal(), max(days).toordinal()
        pad = max(30, (last - first) // 16)
        first, last = first - pad, last + pad
        scale = self._across / (last - first)

        def across(day: dt.date) -> float:
            return (day.toordinal() - first) * scale

        self._years(painter, paint, first, last, scale)
        top = float(_HEAD + _GAP)
        tokens = (dates.late_start, dates.late_finish, dates.early_start, dates.early_finish)
        late_start, late_finish, early_start, early_finish = tokens
        if late_start and late_finish:
            pen = QPen(paint.colour("corridorEdge"), 1.2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = max(3.0, across(late_finish) - across(late_start))
            bar = QRectF(across(late_start), top, width, _BAR)
            painter.drawRoundedRect(bar, 3, 3)
            self._name(painter, bar, self.workspace.tr("Latest"), paint.colour("ink2"))
        if early_start and early_finish:
            self._early(painter, paint, across(early_start), across(early_finish),
                        across(late_finish) if late_finish else None)  # fmt: skip
        painter.setPen(QPen(paint.colour("today"), 1.4))
        painter.drawLine(round(across(today)), _HEAD, round(across(today)), _HIGH)

    def _early(
        self, painter: QPainter, paint: ShapePainter, start: float, end: float, limit: float | None
    ) -> None:
        """The earliest bar in the track's colour; what passes the latest finish is hatched red."""
        plan = self.workspace.plan
        track = track_colours(plan)[plan.nodes[self.node_id].track]
        top = float(_HEAD + 2 * _GAP + _BAR)
        box = QRectF(start, top, max(3.0, end - start), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.colour(track_token(track, "solid")))
        painter.drawRoundedRect(box, 3, 3)
        within = box if limit is None or limit >= end else QRectF(start, top, limit - start, _BAR)
        colour = paint.colour(track_token(track, "on"))
        self._name(painter, within, self.workspace.tr("Earliest"), colour)
        if limit is not None and limit < end:
            over = QRectF(max(start, limit), top, end - max(start, limit), _BAR)
            painter.fillRect(over, paint.colour("surface"))
            painter.setPen(QPen(paint.colour("late"), 1.4))
            painter.setBrush(QBrush(paint.colour("late"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(over)
            painter.drawLine(round(limit), _HEAD, round(limit), _HIGH)

    def _name(self, painter: QPainter, bar: QRectF, words: str, colour: QColor) -> None:
        """Say in a bar which one it is, where there is room."""
        if bar.width() < measure(words, 10) + 12:
            return
        painter.setFont(font(10))
        painter.setPen(colour)
        painter.drawText(QPointF(bar.left() + 6, bar.center().y() + 3.6), words)

    def _years(
        self, painter: QPainter, paint: ShapePainter, first: int, last: int, scale: float
    ) -> None:
        painter.setFont(font(10))
        start, end = dt.date.fromordinal(first).year, dt.date.fromordinal(last).year
        step = max(1, round((end - start) * _MARK_APART / max(1.0, self._across) + 0.5))
        for year in range(start + 1, end + 1, step):
            x = (dt.date(year, 1, 1).toordinal() - first) * scale
            painter.setPen(paint.colour("grid"))
            painter.drawLine(round(x), _HEAD, round(x), _HIGH)
            if x < self._across - 30:
                painter.setPen(paint.colour("ink3"))
                painter.drawText(round(x) + 2, _HEAD - 5, str(year))


def _has_span(dates: ItemDates) -> bool:
    """Whether there is more to show than one day."""
    return dates.late_finish is not None or dates.early_start != dates.early_finish
