"""Foldable parts of the panel; what is folded is not even built."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from strategy_planner.gui.plain_text import as_tooltip

Build = Callable[[QWidget], QWidget]
Memory = dict[str, bool]
"""Which sections the planner has open, by their keys; kept while items come and go."""


class FoldHead(QToolButton):
    """A heading to fold by; where it is too long for the panel, its tooltip says the whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        """What the heading says."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel makes it."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The same: it takes what there is."""
        return QSize(0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, more or fewer words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 3 * self.fontMetrics().height()
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._words, end, max(0, room))
        super().setText(shown)
        self.setToolTip(as_tooltip(self._words) if shown != self._words else "")


class FoldSection(QWidget):
    """A heading that unfolds what stands under it."""

    def __init__(
        self,
        title: str,
        build: Build,
        key: str,
        memory: Memory,
        parent: QWidget | None = None,
        *,
        is_open: bool = False,
    ) -> None:
        super().__init__(parent)
        self._build, self._key, self._memory = build, key, memory
        self.body: QWidget | None = None
        self.head = FoldHead(self)
        self.head.setText(title)
        self.head.setProperty("role", "fold")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(rule(self))
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._fold)
        self.head.setChecked(memory.get(key, is_open))
        self._fold(self.head.isChecked())

    def unfold(self) -> None:
        """Show what stands under the heading."""
        self.head.setChecked(True)

    def renew(self, turn: Callable[[QWidget], bool]) -> None:
        """Let what is unfolded ``turn`` to something else; what cannot, is built anew."""
        if self.body is None:
            return
        is_open = self.head.isChecked()
        if is_open and turn(self.body):
            return
        self._column.removeWidget(self.body)
        self.body.hide()
        self.body.deleteLater()
        self.body = None
        self._fold(is_open)

    def _fold(self, is_open: bool) -> None:
        self._memory[self._key] = is_open
        self.head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if is_open and self.body is None:
            self.body = self._build(self)
            self._column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(is_open)


def rule(parent: QWidget) -> QFrame:
    """A thin line between two groups."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def words(text: str, role: str, parent: QWidget) -> QLabel:
    """A text that wraps, is never markup, and can be copied."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def column_of(parent: QWidget, spacing: int = 6) -> tuple[QWidget, QVBoxLayout]:
    """An empty column of widgets without margins."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column
