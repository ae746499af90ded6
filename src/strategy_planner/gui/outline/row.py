"""How a row of the outline looks: kind shape, title, mark of its state or count of children."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.fonts import font
from strategy_planner.gui.outline.model import OutlineModel
from strategy_planner.gui.painting import shape_painter
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import Shapes, missing_means_mark, severity_mark
from strategy_planner.model.records import Node
from strategy_planner.model.texts import text_of

ROW = 26
_MARK = 14.0
_SOON = 60


class OutlineRow(QStyledItemDelegate):
    """Paints rows and edits their titles in place."""

    def __init__(self, model: OutlineModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._workspace = model.workspace
        self.text_scale = 1.0
        self.is_folded = False
        """Whether only shapes and marks are shown."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows of one height."""
        del index
        return QSize(option.rect.width(), round(ROW * self.text_scale))

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A line that leaves the deciding keys to the input method while it composes."""
        del option
        node = self._workspace.plan.nodes[self._model.id_at(index)]
        editor = ComposingLineEdit(parent)
        editor.setAccessibleName(self._workspace.tr("Title of {number}", number=node.number or ""))
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The delegate decides with Enter, Tab and Escape, but not while text is composed."""
        if isinstance(editor, ComposingLineEdit) and editor.keeps(event):
            return False
        return super().eventFilter(editor, event)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row; its ground is drawn by the style."""
        node = self._workspace.plan.nodes.get(self._model.id_at(index))
        if node is None:
            return
        shapes = shape_painter(self._workspace.theme.scheme)
        painter.save()
        # The only column stays at Qt's hundred pixels where the tree is narrower.
        box = option.rect & QRect(0, option.rect.y(), self._room(), option.rect.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, shapes.colour("accentWeak"))
            painter.fillRect(QRect(0, box.y(), 3, box.height()), shapes.colour("accent"))
        middle = box.center().y() + 0.5
        size = _MARK * self.text_scale
        left = round(size) + 10
        late = self._is_late(node)
        colour = "accent" if node.kind == "vision" else "ink2"
        shapes.paint(painter, kind_mark(node.kind, box.x() + 4 + size / 2, middle, size, colour))
        right = box.right() - 8
        mark = self._mark(node, right - size / 2, middle, size)
        if mark:
            shapes.paint(painter, mark)
            right -= round(size) + 6
        elif index.model().rowCount(index):
            right = self._count(painter, index.model().rowCount(index), box, right)
        self._title(
            painter,
            node,
            QRect(box.x() + left, box.y(), right - box.x() - left - 2, box.height()),
            bold=late or node.kind == "vision",
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(shapes.colour("accent"))
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _room(self) -> int:
        tree = self.parent()
        return tree.viewport().width() if isinstance(tree, QAbstractItemView) else 0

    def _title(self, painter: QPainter, node: Node, box: QRect, *, bold: bool) -> None:
        if self.is_folded:
            return
        face = font(12 * self.text_scale, 700 if bold else 400)
        painter.setFont(face)
        paint = shape_painter(self._workspace.theme.scheme)
        is_pale = node.is_dropped or not self._workspace.is_stressed(node.id)
        painter.setPen(paint.colour("ink3" if is_pale else "ink"))
        shown = self._fitting(node, painter.fontMetrics(), box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _fitting(self, node: Node, metrics: QFontMetrics, room: int) -> str:
        """The title, its short form where that is needed, and else as much of it as fits."""
        plan, language = self._workspace.plan, self._workspace.language
        title = text_of(plan, node, "title", language) or self._workspace.tr("(no title yet)")
        if metrics.horizontalAdvance(title) > room:
            title = text_of(plan, node, "short", language) or title
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)

    def _count(self, painter: QPainter, count: int, box: QRect, right: int) -> int:
        painter.setFont(font(11 * self.text_scale))
        paint = shape_painter(self._workspace.theme.scheme)
        painter.setPen(paint.colour("ink3"))
        text = str(count)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(
            QRect(right - width, box.y(), width, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            text,
        )
        return right - width - 6

    def _is_late(self, node: Node) -> bool:
        dates = self._workspace.schedule.items.get(node.id)
        return dates is not None and dates.state in {"late", "blocked"}

    def _mark(self, node: Node, x: float, y: float, size: float) -> Shapes:
        dates = self._workspace.schedule.items.get(node.id)
        if dates is None:
            return ()
        if dates.state in {"late", "blocked"}:
            return severity_mark("error", x, y, size)
        slack = dates.total_slack_days
        if slack is not None and slack < _SOON and node.kind != "vision":
            return severity_mark("warning", x, y, size)
        if node.kind in {"area", "state"} and not any(
            link.relation == "requires" for link in self._workspace.plan.links_into(node.id)
        ):
            return missing_means_mark(x, y, size)
        return ()


def draw_chevron(
    painter: QPainter, box: QRect, colour: str, scale: float, *, is_open: bool
) -> None:
    """Points down where a branch is open, to the right where it is folded."""
    half, deep = 4.0 * scale, 2.0 * scale
    x, y = box.right() - 8.0 * scale, box.center().y() + 0.5
    corners = (
        [QPointF(x - half, y - deep), QPointF(x, y + deep), QPointF(x + half, y - deep)]
        if is_open
        else [QPointF(x - deep, y - half), QPointF(x + deep, y), QPointF(x - deep, y + half)]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.4 * scale))
    painter.drawPolyline(corners)
    painter.restore()


def painted_palette(widget: QWidget) -> None:
    """Let the rows paint their own selection: the system's would cover the marks."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    widget.setPalette(palette)
