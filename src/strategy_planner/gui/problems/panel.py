"""The problems of the plan in the bottom dock: one sentence each, and the way to its item."""

import datetime as dt
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.findings import Finding
from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.marks import severity_mark

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW = 28
FILTERS: tuple[tuple[str, Message], ...] = (
    ("all", message("All")),
    ("error", message("Too late or blocked")),
    ("warning", message("To watch")),
    ("note", message("To complete")),
)


class ProblemsModel(QAbstractListModel):
    """The findings that a filter lets through."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.filter = "all"
        self.shown: list[Finding] = []

    def refresh(self) -> None:
        """Take the findings as they now are."""
        self.beginResetModel()
        self.shown = [
            finding
            for finding in self.workspace.findings
            if self.filter in {"all", finding.severity}
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many problems are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence; spoken with its weight."""
        finding = self.shown[index.row()]
        sentence = finding.message.into(self.workspace.language)
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            weight = dict(FILTERS)[finding.severity].into(self.workspace.language)
            return f"{weight}: {sentence}"
        return None

    def item_of(self, index: _Index) -> str:
        """The record that a problem is about; empty for one about the whole plan."""
        items = self.shown[index.row()].items
        return items[0] if items else ""


class ProblemRow(QStyledItemDelegate):
    """Severity shape, sentence, the item's number."""

    def __init__(self, model: ProblemsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.text_scale = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        del index
        return QSize(option.rect.width(), round(_ROW * self.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        workspace = self._model.workspace
        paint = shape_painter(workspace.theme.scheme)
        finding = self._model.shown[index.row()]
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, paint.colour("accentWeak"))
            painter.fillRect(QRect(0, box.y(), 3, box.height()), paint.colour("accent"))
        middle = box.center().y() + 0.5
        paint.paint(
            painter,
            severity_mark(
                finding.severity, box.x() + 15 + 7 * self.text_scale, middle, 14 * self.text_scale
            ),
        )
        room = QRect(box.x() + 26, box.y(), box.width() - 42, box.height())
        painter.setFont(font(12 * self.text_scale, 500))
        painter.setPen(paint.colour("accent"))
        if self._model.item_of(index):
            room = _draw_right(painter, f"{workspace.tr('To the item')}  ›", room)
        painter.setFont(font(11 * self.text_scale))
        painter.setPen(paint.colour("ink3"))
        room = _draw_right(painter, self._number(finding), room)
        painter.setFont(font(12 * self.text_scale, 500 if finding.severity == "error" else 400))
        painter.setPen(paint.colour("ink"))
        room.setLeft(round(room.left() + 14 * self.text_scale))
        sentence = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, sentence)
        painter.restore()

    def _number(self, finding: Finding) -> str:
        nodes = self._model.workspace.plan.nodes
        return next((nodes[id_].number or "" for id_ in finding.items if id_ in nodes), "")


def _draw_right(painter: QPainter, text: str, room: QRect) -> QRect:
    """A text at the right end of the room; what is left of the room."""
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return room.adjusted(0, 0, -width - 16, 0)


class ProblemsList(QListView):
    """Choosing a row goes to its item."""

    chosen = Signal(QModelIndex)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; so does walking the list."""
        super().keyPressEvent(event)
        walking = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in walking and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())


class ProblemsPanel(QWidget):
    """Heading with filters over the list; folded, only the heading is left."""

    folded = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.model = ProblemsModel(workspace, self)
        self.list = ProblemsList(self)
        self.empty = QLabel(self)
        self.heading = QLabel(self)
        self.fold = QPushButton(self)
        self.pills = {key: QPushButton(self) for key, _ in FILTERS}
        self._row = ProblemRow(self.model, self.list)
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._go_to)
        self.fold.toggled.connect(self._fold)
        workspace.analysed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.list.viewport().update)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """Rows and their texts larger or smaller."""
        self._row.text_scale = scale
        self.list.doItemsLayout()

    def refresh(self) -> None:
        """Show the findings and words as they now are."""
        tr, findings = self.workspace.tr, self.workspace.findings
        self.model.refresh()
        self.heading.setText(tr("Problems"))
        for key, name in FILTERS:
            count = sum(key in {"all", finding.severity} for finding in findings)
            self.pills[key].setText(f"{name.into(self.workspace.language)} {count}")
            self.pills[key].setEnabled(key == "all" or bool(count))
        self.list.setAccessibleName(tr("Problems of the plan"))
        self.fold.setText(tr("Unfold") if self.fold.isChecked() else tr("Fold"))
        self.empty.setText(
            tr(
                "Nothing found. ({count} items checked, {time})",
                count=len(self.workspace.plan.nodes),
                time=dt.datetime.now().astimezone().strftime("%H:%M"),
            )
        )
        self._stack.setCurrentWidget(self.list if self.model.shown else self.empty)

    def _arrange(self) -> None:
        self.heading.setProperty("role", "heading")
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fold.setCheckable(True)
        self.fold.setProperty("role", "link")
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(8)
        row.addWidget(self.heading)
        group = QButtonGroup(self)
        for key, pill in self.pills.items():
            pill.setCheckable(True)
            pill.setProperty("role", "pill")
            pill.setChecked(key == "all")
            group.addButton(pill)
            pill.clicked.connect(lambda _=False, key=key: self._filter(key))
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.fold)
        self._body = QWidget(self)
        self._stack = QStackedLayout(self._body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._body, 1)

    def step(self, by: int) -> None:
        """Go to the next problem, or the one before; from the last to the first."""
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            index = self.model.index((row + by) % count if row >= 0 else min(by, 0) % count, 0)
            self.list.setCurrentIndex(index)
            self._go_to(index)

    def _filter(self, key: str) -> None:
        self.model.filter = key
        self.refresh()

    def _fold(self, folded: bool) -> None:
        self._body.setVisible(not folded)
        self.refresh()
        self.folded.emit(folded)

    def _go_to(self, index: QModelIndex) -> None:
        item = self.model.item_of(index)
        if item:
            self.workspace.select([item])
