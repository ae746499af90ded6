"""What stands over and under the outline: its name and count, and what a dotted ring means."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.layout.marks import missing_means_mark

_ICON = 16


class OutlineHeading(QWidget):
    """Name, number of items, and a button that folds everything."""

    fold_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.name, self.count = QLabel(self), QLabel(self)
        self.name.setProperty("role", "heading")
        self.count.setProperty("role", "caption")
        self.fold = QToolButton(self)
        self.fold.setProperty("role", "link")
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.clicked.connect(self.fold_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.fold)
        workspace.analysed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.set_text_scale(1.0)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """As high as its texts need."""
        self.fold.setIconSize(QSize(_ICON, _ICON) * scale)

    def refresh(self) -> None:
        """The words as things now are."""
        tr = self.workspace.tr
        self.name.setText(tr("Outline"))
        count = len(self.workspace.plan.nodes)
        items = message_plural("{count} item", "{count} items", count)
        self.count.setText(items.into(self.workspace.language))
        self.fold.setIcon(icon("fold-vertical", self.workspace.theme))
        self.fold.setToolTip(tr("Fold all"))
        self.fold.setAccessibleName(tr("Fold all"))


class OutlineLegend(QWidget):
    """The one mark of the rows that no words explain."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self._scale = 1.0
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 6, 8, 6)
        row.addWidget(self.words)
        workspace.language_changed.connect(self.refresh)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """The mark as large as its words."""
        self._scale = scale
        row = self.layout()
        if row is not None:
            row.setContentsMargins(round(14 + 20 * scale), 6, 8, 6)
        self.update()

    def refresh(self) -> None:
        """What the ring means."""
        self.words.setText(self.workspace.tr("Dotted ring: no means yet"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        del event
        painter = QPainter(self)
        size = 14.0 * self._scale
        paint = shape_painter(self.workspace.theme.scheme)
        painter.setPen(paint.colour("line2"))
        painter.drawLine(0, 0, self.width(), 0)
        paint.paint(painter, missing_means_mark(12 + size / 2, self.height() / 2, size))
        painter.end()


class NothingMatches(QWidget):
    """What stands in place of a list of which the filter leaves nothing."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.picture, self.words = QLabel(self), QLabel(self)
        self.words.setProperty("role", "empty")
        self.words.setWordWrap(True)
        self.clear = QPushButton(self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self.picture, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()
        self.hide()

    def refresh(self) -> None:
        """The words in the language shown."""
        tr = self.workspace.tr
        self.picture.setPixmap(icon("list-filter", self.workspace.theme, "ink3").pixmap(32, 32))
        self.words.setText(tr("No item matches."))
        self.clear.setText(tr("Clear the filter"))
