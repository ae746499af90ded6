"""What the tool bar shows of finding: the filter and what it lets through, and the search field."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from strategy_planner.gui.finding.filter_words import in_words
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.shell.actions import Actions
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace

_FIELD = 200


class FilterChip(QToolButton):
    """Says while a filter is on how many items it leaves; pressing it clears the filter."""

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(actions.by_id["clear_filter"].trigger)
        for signal in (
            workspace.filter_changed,
            workspace.analysed,
            workspace.language_changed,
            workspace.theme_changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """How many of how many."""
        workspace, passing = self._workspace, self._workspace.passing
        if passing is None:
            return
        tr, whole = workspace.tr, len(workspace.plan.nodes)
        words = tr("{shown} of {count} items", shown=len(passing), count=whole)
        asked = in_words(workspace, workspace.filter)
        self.setText(words)
        self.setIcon(icon("x", workspace.theme, "accent"))
        self.setToolTip(as_tooltip(f"{asked}\n{tr('Clear the filter')}"))
        self.setAccessibleName(tr("Clear the filter"))
        self.setAccessibleDescription(f"{words}. {asked}")


class SearchField(QToolButton):
    """Looks like a field and opens the command palette, which is one."""

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale = 1.0
        self.setProperty("role", "field")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(actions.by_id["palette"].trigger)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """Wider for larger texts."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as a field."""
        size = super().sizeHint()
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return size
        return QSize(max(size.width(), round(_FIELD * self._scale)), size.height())

    def refresh(self) -> None:
        """What can be looked for, and its key."""
        tr = self._workspace.tr
        self.setText(tr("Find items, actions") + "   Ctrl+K")
        self.setIcon(icon("search", self._workspace.theme))
        self.setAccessibleName(tr("Find an item or an action"))
        self.setToolTip(tr("Find an item or an action") + "  Ctrl+K")
