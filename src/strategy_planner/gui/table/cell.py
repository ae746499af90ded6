"""How a cell looks: text or figure, the mark of its kind, its lane, what is late in shape and word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.gui.table.model import NEW, TableModel
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import Severity, severity_mark
from strategy_planner.layout.shapes import Pattern, Rect, Stroke, Weight
from strategy_planner.layout.table.arrangement import Group
from strategy_planner.layout.table.columns import Column
from strategy_planner.layout.tracks import track_colours, track_token
from strategy_planner.model.records import Node

ROW = 26
_MARK, _PAD, _BAND = 13.0, 8, 8
_SOON = 60
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class CellPainter:
    """Paints the cells of a table; reads everything from the model."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self._workspace = model.workspace
        self.scale = 1.0
        self._tracks: dict[str | None, int] = {}

    def begin(self) -> None:
        """Before the cells of one picture are painted: the lanes as they now are."""
        self._tracks = track_colours(self._workspace.plan)

    def size(self) -> QSize:
        """Rows of one height."""
        return QSize(80, round(ROW * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell with its ground, its lines and its focus."""
        shapes = shape_painter(self._workspace.theme.scheme)
        self.paint_cell(
            painter,
            option.rect,
            index.row(),
            index.column(),
            shapes,
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )

    def paint_cell(
        self,
        painter: QPainter,
        box: QRect,
        row: int,
        column: int,
        shapes: ShapePainter,
        *,
        is_selected: bool,
        has_focus: bool,
    ) -> None:
        """One cell in a box."""
        if not 0 <= row < len(self._model.rows):
            return
        found, of = self._model.rows[row], self._model.columns[column]
        is_group = isinstance(found, Group)
        ground = "accentWeak" if is_selected else "chrome" if is_group else "surface"
        painter.fillRect(box, shapes.colour(ground))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), shapes.colour("grid"))
        if isinstance(found, Group):
            if column == 0:
                self._group(painter, box, found, shapes)
        else:
            painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), shapes.colour("grid"))
            if found == NEW:
                self._new(painter, box, row, column, shapes)
            else:
                self._record(painter, box, found, (row, column), of, shapes)
        if has_focus:
            self._focus(painter, box, shapes)

    def _group(self, painter: QPainter, box: QRect, group: Group, shapes: ShapePainter) -> None:
        band = round(_BAND * self.scale)
        if group.record_id in self._workspace.plan.tracks:
            shapes.paint(painter, self._lane(group.record_id, box, band))
        sign = "▸" if group.value in self._model.folded else "▾"
        inside = box.adjusted(band + _PAD, 0, -_PAD, 0)
        self._text(painter, inside, sign, shapes.colour("ink2"))
        inside.setLeft(inside.left() + round(16 * self.scale))
        text = self._model.heading(group)
        self._text(painter, inside, text, shapes.colour("ink"), weight=700)

    def _lane(self, track: str | None, box: QRect, width: int) -> tuple[Rect, ...]:
        number = self._tracks.get(track, self._tracks.get(None, 1))
        kind = self._workspace.theme.pattern(number)
        pattern = None if kind is None else Pattern(kind, track_token(number, "mark"))
        edge = Stroke(track_token(number, "edge"), 1.1)
        solid = track_token(number, "solid")
        return (
            Rect(box.left() + 1, box.top() + 1, width, box.height() - 3, solid, edge,
                 pattern=pattern),
        )  # fmt: skip

    def _new(
        self, painter: QPainter, box: QRect, row: int, column: int, shapes: ShapePainter
    ) -> None:
        text = self._model.text(row, column)
        colour = shapes.colour("ink2" if text else "ink3")
        if not text and column == 0:
            text = self._workspace.tr("＋ New row")
        self._text(painter, box.adjusted(_PAD, 0, -_PAD, 0), text, colour)

    def _record(
        self,
        painter: QPainter,
        box: QRect,
        record_id: str,
        place: tuple[int, int],
        column: Column,
        shapes: ShapePainter,
    ) -> None:
        inside = box.adjusted(_PAD, 0, -_PAD, 0)
        node = self._workspace.plan.nodes.get(record_id) if self._model.kind == "node" else None
        text = self._model.text(*place)
        if node is not None and place[1] == 0:
            self._title(painter, inside, node, text, shapes)
            return
        colour, weight = shapes.colour("ink" if column.is_editable else "ink2"), 400
        severity = self._severity(record_id) if column.key in {"slack", "schedule_state"} else None
        if severity is not None and text:
            colour = shapes.colour("late" if severity == "error" else "warn")
            weight = 700 if severity == "error" else 500
            self._mark(painter, inside, severity, shapes)
        elif node is not None and column.key == "track" and node.track:
            band = round(_BAND * self.scale)
            shapes.paint(painter, self._lane(node.track, box, band))
            inside.setLeft(inside.left() + band)
        self._text(painter, inside, text, colour, weight=_weight(weight), right=column.is_figure)

    def _title(
        self, painter: QPainter, box: QRect, node: Node, title: str, shapes: ShapePainter
    ) -> None:
        """Kind as a shape, number, title, and at the right what is wrong."""
        size = _MARK * self.scale
        colour = "accent" if node.kind == "vision" else "ink2"
        middle = box.top() + box.height() / 2
        shapes.paint(painter, kind_mark(node.kind, box.left() + size / 2, middle, size, colour))
        box.setLeft(box.left() + round(size) + 6)
        severity = self._severity(node.id)
        if severity is not None:
            x = box.right() - size / 2
            shapes.paint(painter, severity_mark(severity, x, middle, size))
            box.setRight(box.right() - round(size) - 6)
        if node.number:
            width = self._text(painter, box, node.number, shapes.colour("ink3"), size=11)
            box.setLeft(box.left() + width + 7)
        ink = shapes.colour("ink3" if node.is_dropped else "ink")
        bold = severity == "error" or node.kind == "vision"
        words = title or self._workspace.tr("(no title yet)")
        self._text(painter, box, words, ink, weight=700 if bold else 400)

    def _severity(self, record_id: str) -> Severity | None:
        dates = self._workspace.schedule.items.get(record_id)
        if dates is None:
            return None
        if dates.state in {"late", "blocked"}:
            return "error"
        slack = dates.total_slack_days
        is_vision = self._workspace.plan.nodes[record_id].kind == "vision"
        return "warning" if slack is not None and slack < _SOON and not is_vision else None

    def _mark(
        self, painter: QPainter, box: QRect, severity: Severity, shapes: ShapePainter
    ) -> None:
        size = _MARK * self.scale
        middle = box.top() + box.height() / 2
        shapes.paint(painter, severity_mark(severity, box.left() + size / 2, middle, size))
        box.setLeft(box.left() + round(size) + 6)

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        colour: QColor,
        *,
        weight: Weight = 400,
        right: bool = False,
        size: int = 12,
    ) -> int:
        """One line; what does not fit ends in an ellipsis, and the tooltip has it all."""
        face = font(size * self.scale, weight)
        metrics = QFontMetrics(face)
        line = text.partition("\n")[0] + ("…" if "\n" in text else "")
        width = metrics.horizontalAdvance(line)
        if width > box.width():
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(face)
        painter.setPen(colour)
        painter.drawText(box, _RIGHT if right else _LEFT, line)
        return width

    def _focus(self, painter: QPainter, box: QRect, shapes: ShapePainter) -> None:
        painter.setPen(QPen(shapes.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -2, -2))


def _weight(weight: int) -> Weight:
    return 700 if weight == 700 else 500 if weight == 500 else 400
