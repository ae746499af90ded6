"""How a cell looks: text or figure, the mark of its kind, its lane, what is late in shape and word."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.gui.table.model import NEW, TableModel
from strategy_planner.gui.table.stamps import kind_stamp, lane_stamp, severity_stamp
from strategy_planner.layout.marks import Severity
from strategy_planner.layout.shapes import Weight
from strategy_planner.layout.table.arrangement import Group
from strategy_planner.layout.table.columns import Column
from strategy_planner.layout.tracks import track_colours
from strategy_planner.model.records import Node

ROW = 26
_MARK, _PAD, _BAND = 14, 8, 8
_SOON = 60
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
Index = QModelIndex | QPersistentModelIndex


class CellPainter:
    """Paints the cells of a table; reads everything from the model."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self._workspace = model.workspace
        self.scale = 1.0
        self._ratio = 1.0
        self._tracks: dict[str | None, int] = {}
        self._shapes = shape_painter("light")

    def begin(self, ratio: float) -> None:
        """Before the cells of one picture are painted: lanes and colours as they now are."""
        self._tracks = track_colours(self._workspace.plan)
        self._shapes = shape_painter(self._workspace.theme.scheme)
        self._ratio = ratio

    def size(self) -> QSize:
        """Rows of one height."""
        return QSize(80, round(ROW * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell of the grid."""
        state = option.state
        self.paint_cell(
            painter, option.rect, index.row(), index.column(),
            is_selected=bool(state & _SELECTED), has_focus=bool(state & _FOCUSED),
        )  # fmt: skip

    def paint_cell(
        self,
        painter: QPainter,
        box: QRect,
        row: int,
        column: int,
        *,
        is_selected: bool,
        has_focus: bool,
    ) -> None:
        """One cell in a box, whose ground is the table's."""
        if not 0 <= row < len(self._model.rows):
            return
        found, shapes = self._model.rows[row], self._shapes
        if is_selected:
            painter.fillRect(box, shapes.colour("accentWeak"))
        elif isinstance(found, Group):
            painter.fillRect(box, shapes.colour("chrome"))
        if isinstance(found, Group):
            if column == 0:
                self._group(painter, box, found)
        elif found == NEW:
            self._new(painter, box, row, column)
        else:
            self._record(painter, box, found, row, column)
        if has_focus:
            self._focus(painter, box, shapes)

    def _group(self, painter: QPainter, box: QRect, group: Group) -> None:
        if group.record_id in self._workspace.plan.tracks:
            self._lane(painter, box, group.record_id)
        sign = "▸" if group.value in self._model.folded else "▾"
        inside = box.adjusted(round(_BAND * self.scale) + _PAD, 0, -_PAD, 0)
        self._text(painter, inside, sign, "ink2")
        inside.setLeft(inside.left() + round(16 * self.scale))
        self._text(painter, inside, self._model.heading(group), "ink", weight=700)

    def _new(self, painter: QPainter, box: QRect, row: int, column: int) -> None:
        text = self._model.text(row, column)
        colour = "ink2" if text else "ink3"
        if not text and column == 0:
            text = self._workspace.tr("＋ New row")
        self._text(painter, box.adjusted(_PAD, 0, -_PAD, 0), text, colour)

    def _record(self, painter: QPainter, box: QRect, record_id: str, row: int, column: int) -> None:
        text, of = self._model.text(row, column), self._model.columns[column]
        node = self._workspace.plan.nodes.get(record_id) if self._model.kind == "node" else None
        if node is not None and column == 0:
            self._title(painter, box.adjusted(_PAD, 0, -_PAD, 0), node, text)
        elif text:
            self._said(painter, box.adjusted(_PAD, 0, -_PAD, 0), node, text, of)

    def _said(
        self, painter: QPainter, box: QRect, node: Node | None, text: str, column: Column
    ) -> None:
        """A cell that says something; what is late says it in shape, weight and word."""
        colour, weight = "ink" if column.is_editable else "ink2", 400
        if node is not None and column.key in {"slack", "schedule_state"}:
            severity = self._severity(node, column.key)
            if severity is not None:
                colour, weight = ("late", 700) if severity == "error" else ("warn", 500)
                width = _fitted(text, box.width(), round(12 * self.scale), _weight(weight))[1]
                self._mark(painter, box, severity, width if column.is_figure else None)
        elif node is not None and column.key == "track" and node.track:
            self._lane(painter, box.adjusted(-_PAD, 0, 0, 0), node.track)
            box.setLeft(box.left() + round(_BAND * self.scale))
        self._text(painter, box, text, colour, weight=_weight(weight), right=column.is_figure)

    def _title(self, painter: QPainter, box: QRect, node: Node, title: str) -> None:
        """Kind as a shape, number, title, and at the right what is wrong."""
        size = round(_MARK * self.scale)
        scheme = self._workspace.theme.scheme
        top = box.top() + (box.height() - size) // 2
        painter.drawPixmap(box.left(), top, kind_stamp(node.kind, size, scheme, self._ratio))
        box.setLeft(box.left() + size + 6)
        severity = self._severity(node)
        if severity is not None:
            stamp = severity_stamp(severity, size, scheme, self._ratio)
            painter.drawPixmap(box.right() - size + 1, top, stamp)
            box.setRight(box.right() - size - 6)
        if node.number:
            width = self._text(painter, box, node.number, "ink3", size=11)
            box.setLeft(box.left() + width + 7)
        bold = severity == "error" or node.kind == "vision"
        words = title or self._workspace.tr("(no title yet)")
        ink = "ink3" if node.is_dropped else "ink"
        self._text(painter, box, words, ink, weight=700 if bold else 400)

    def _severity(self, node: Node, said: str = "slack") -> Severity | None:
        """What is wrong with an item's slack, or with the state that the schedule gives it."""
        dates = self._workspace.schedule.items.get(node.id)
        if dates is None:
            return None
        if dates.state in {"late", "blocked"}:
            return "error"
        if said == "schedule_state":
            return "warning" if dates.state == "critical" and node.kind != "vision" else None
        slack = dates.total_slack_days
        return "warning" if slack is not None and slack < _SOON and node.kind != "vision" else None

    def _mark(self, painter: QPainter, box: QRect, severity: Severity, width: int | None) -> None:
        """The sign before a text, which stands at the right where its ``width`` is given."""
        size = round(_MARK * self.scale)
        stamp = severity_stamp(severity, size, self._workspace.theme.scheme, self._ratio)
        x = box.left()
        if width is not None:
            x = max(x, box.right() - width - size - 5)
        painter.drawPixmap(x, box.top() + (box.height() - size) // 2, stamp)
        box.setLeft(x + size + 6)

    def _lane(self, painter: QPainter, box: QRect, track: str | None) -> None:
        number = self._tracks.get(track, self._tracks.get(None, 1))
        width, height = round(_BAND * self.scale), box.height() - 2
        stamp = lane_stamp(number, width, height, self._workspace.theme.scheme, self._ratio)
        painter.drawPixmap(box.left() + 1, box.top() + 1, stamp)

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        colour: str,
        *,
        weight: Weight = 400,
        right: bool = False,
        size: int = 12,
    ) -> int:
        """One line; what does not fit ends in an ellipsis, and the tooltip has it all."""
        pixels = round(size * self.scale)
        line, width = _fitted(text, box.width(), pixels, weight)
        painter.setFont(font(pixels, weight))
        painter.setPen(self._shapes.colour(colour))
        painter.drawText(box, _RIGHT if right else _LEFT, line)
        return width

    def _focus(self, painter: QPainter, box: QRect, shapes: ShapePainter) -> None:
        painter.setPen(QPen(QColor(shapes.colour("accent")), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))


@lru_cache(maxsize=16384)
def _fitted(text: str, room: int, pixels: int, weight: Weight) -> tuple[str, int]:
    """The line that fits into a width, and the width of the whole."""
    metrics = QFontMetrics(font(pixels, weight))
    line = text.partition("\n")[0] + ("…" if "\n" in text else "")
    width = metrics.horizontalAdvance(line)
    if width > room:
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
    return line, width


def _weight(weight: int) -> Weight:
    return 700 if weight == 700 else 500 if weight == 500 else 400
