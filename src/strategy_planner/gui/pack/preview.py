"""The pages of a pack one under the other, drawn when they are looked at."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from strategy_planner.gui.background import Task
from strategy_planner.gui.pack.pages import Pages, picture_of, word_at
from strategy_planner.gui.workspace import Workspace

_GAP, _EDGE = 16, 24
_KEPT = 24
"""Pictures of pages that are remembered."""
_WIDEST = 1100


class Preview(QAbstractScrollArea):
    """Scrolls through the pages. A click on the number of an item asks for that item."""

    asked = Signal(str)
    """The word that was clicked."""
    page_changed = Signal(int)
    """Another page is in sight, counted from 0."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.pages: Pages | None = None
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._waiting: set[tuple[int, int]] = set()
        self._places: list[QRect] = []
        self._page = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def page(self) -> int:
        """The page in the middle of what is seen, counted from 0."""
        return self._page

    def show_pages(self, pages: Pages) -> None:
        """Show another pack, at the same page as far as it has one."""
        kept = self.verticalScrollBar().value()
        self.pages = pages
        self._pictures.clear()
        self._waiting.clear()
        self._place()
        self.verticalScrollBar().setValue(kept)
        self._tell_page()
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < len(self._places):
            self.verticalScrollBar().setValue(self._places[page].top() - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, larger or smaller pages."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight; white ones until they are drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._workspace.theme.colour("canvas")))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = self.verticalScrollBar().value()
        for page, place in enumerate(self._places):
            shown = place.translated(0, -shift)
            if not shown.intersects(event.rect()):
                continue
            picture = self._picture(page, place.width())
            if picture is None:
                painter.fillRect(shown, QColor("white"))
            else:
                painter.drawImage(shown, picture)
            painter.setPen(QColor(self._workspace.theme.colour("line2")))
            painter.drawRect(shown.adjusted(0, 0, -1, -1))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for what is written there."""
        super().mouseReleaseEvent(event)
        word = self._word(event.position().toPoint())
        if word:
            self.asked.emit(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page, to the first and to the last."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_to(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(max(0, self._page - 1))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._places) - 1)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = self.verticalScrollBar().singleStep()
                by = step if event.key() == Qt.Key.Key_Down else -step
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger texts change nothing: the pages are as wide as there is room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()

    def _place(self) -> None:
        self._places = []
        if self.pages is None:
            return
        room = min(_WIDEST, max(200, self.viewport().width() - 2 * _EDGE))
        left = (self.viewport().width() - room) // 2
        top = _GAP
        for size in self.pages.sizes:
            height = round(room * size.height() / size.width())
            self._places.append(QRect(left, top, room, height))
            top += height + _GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, top - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)

    def _picture(self, page: int, width: int) -> QImage | None:
        dense = round(width * self.devicePixelRatioF())
        key = (page, dense)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        pages = self.pages
        if key not in self._waiting and pages is not None:
            self._waiting.add(key)
            scale = dense / pages.sizes[page].width()
            task = Task(lambda _: picture_of(pages, page, scale), self)
            task.finished.connect(partial(self._take, pages, key))
            task.start()
        return None

    def _take(self, pages: Pages, key: tuple[int, int], picture: QImage) -> None:
        if pages is not self.pages:
            return
        self._waiting.discard(key)
        self._pictures[key] = picture
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = next((n for n, place in enumerate(self._places) if place.bottom() >= middle), 0)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _word(self, point: QPoint) -> str:
        there = point + QPoint(0, self.verticalScrollBar().value())
        for page, place in enumerate(self._places):
            if place.contains(there) and self.pages is not None:
                scale = self.pages.sizes[page].width() / place.width()
                inner = there - place.topLeft()
                return word_at(self.pages, page, inner.x() * scale, inner.y() * scale)
        return ""
