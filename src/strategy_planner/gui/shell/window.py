"""The window: a frame that is painted at once, and the views that it places and connects."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.shell.preferences import Preferences

if TYPE_CHECKING:
    from strategy_planner.gui.replace.panel import ReplacePanel
    from strategy_planner.gui.roadmap.habits import Habits
    from strategy_planner.gui.roadmap.view import RoadmapView
    from strategy_planner.gui.table.view import TableView
    from strategy_planner.gui.workspace import Workspace
    from strategy_planner.language import Message
    from strategy_planner.model.errors import PlanError

_OUTLINE, _INSPECTOR, _PROBLEMS, _FOLDED = 228, 296, 150, 34
_OUTLINE_MOST, _INSPECTOR_MOST = 360, 420


class MainWindow(QMainWindow):
    """Outline, map, roadmap or table, inspector and problems around one workspace."""

    def __init__(
        self, workspace: "Workspace | None" = None, preferences: Preferences | None = None
    ) -> None:
        """An empty frame, so that it can be painted before the views are loaded; or, with a
        workspace, the whole window.
        """
        super().__init__()
        self.preferences = preferences or Preferences()
        self.is_furnished = False
        geometry = self.preferences.layout("window")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
        if workspace is not None:
            self.furnish(workspace)

    def furnish(self, workspace: "Workspace") -> None:
        """Put the views into the frame."""
        from strategy_planner.gui.shell.rooms import (
            Actions,
            Deeds,
            Document,
            Finding,
            InspectorPanel,
            Interviewing,
            MapView,
            Notice,
            OutlineView,
            ProblemsPanel,
            Status,
            Toolbar,
            WorkingNotice,
        )

        self.workspace = workspace
        workspace.set_language(self.preferences.language)
        self.document = Document(workspace, self)
        self.deeds = Deeds(self)
        self.actions_ = Actions(workspace, self, self.deeds)
        self.outline = OutlineView(workspace, self)
        self.map = MapView(workspace, self)
        self._roadmap: RoadmapView | None = None
        self._table: TableView | None = None
        self._replacing: ReplacePanel | None = None
        self.inspector = InspectorPanel(workspace, self)
        self.inspector.past = self.document.past
        self.problems = ProblemsPanel(workspace, self)
        self.toolbar = Toolbar(workspace, self.actions_, self)
        self.status = Status(workspace, self.document, self.actions_.by_id["language"], self)
        self.views = QStackedWidget(self)
        self.interviewing = Interviewing(self)
        self.finding = Finding(self)
        self._place()
        self.notice = Notice(workspace, self)
        self.working = WorkingNotice(self.document, self)
        self.is_furnished = True
        self._connect()
        self._restore()
        self.deeds.refresh()
        self.restyle()
        self.name()

    @property
    def roadmap(self) -> "RoadmapView":
        """The roadmap, made when it is first asked for: the window opens on the map."""
        if self._roadmap is None:
            from strategy_planner.gui.roadmap.habits import read_habits
            from strategy_planner.gui.roadmap.view import RoadmapView

            self._roadmap = RoadmapView(self.workspace, self)
            self._roadmap.set_text_scale(self.preferences.text_percent / 100)
            self._roadmap.set_habits(read_habits(self.preferences.roadmap))
            self._roadmap.habits_changed.connect(self._remember_habits)
            self._roadmap.open_requested.connect(self.deeds.open_item)
            self._roadmap.asked.connect(self.deeds)
            self.views.addWidget(self._roadmap)
        return self._roadmap

    @property
    def table(self) -> "TableView":
        """The table, made when it is first asked for."""
        if self._table is None:
            from strategy_planner.gui.table.view import TableView

            self._table = TableView(self.workspace, self.preferences, self)
            self._table.set_text_scale(self.preferences.text_percent / 100)
            self._table.told.connect(self._tell)
            self.views.addWidget(self._table)
        return self._table

    @property
    def replacing(self) -> "ReplacePanel":
        """The bar of find and replace at the foot, made when it is first asked for."""
        if self._replacing is None:
            from strategy_planner.gui.replace.panel import ReplacePanel

            self._replacing = ReplacePanel(self.workspace, self)
            self._replacing.set_text_scale(self.preferences.text_percent / 100)
            self._replacing.told.connect(self._tell)
            self._column.addWidget(self._replacing)
        return self._replacing

    def _place(self) -> None:
        self.setMenuBar(self.menuBar())
        self.actions_.fill(self.menuBar())
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self.views.setObjectName("centre")
        self.views.addWidget(self.map)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(self.views)
        self.middle.addWidget(self.problems)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([600, _PROBLEMS])
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.outline, self.middle, self.inspector):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([_OUTLINE, 900, _INSPECTOR])
        for splitter in (self.middle, self.across):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.outline.setMinimumWidth(180)
        self.inspector.setMinimumWidth(260)
        holder = QWidget(self)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.across, 1)
        self.desk, self.whole = holder, QStackedWidget(self)
        self.whole.addWidget(holder)
        self.setCentralWidget(self.whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.refused.connect(self._tell_refusal)
        workspace.language_changed.connect(self.name)
        workspace.language_changed.connect(self._speak)
        workspace.replaced.connect(self.name)
        workspace.replaced.connect(self.interviewing.end)
        workspace.changed.connect(self.name)
        workspace.theme_changed.connect(self.restyle)
        workspace.undo_stack.indexChanged.connect(self.deeds.refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        workspace.selection_changed.connect(self.deeds.refresh)
        workspace.replaced.connect(self.deeds.refresh)
        workspace.language_changed.connect(self.deeds.refresh)
        self.document.renamed.connect(self.name)
        self.document.failed.connect(self.deeds.tell_failure)
        self.document.exported.connect(self.deeds.tell_export)
        self.map.zoom_changed.connect(self.status.show_zoom)
        self.problems.folded.connect(self._fold_problems)
        self.problems.acted.connect(self.deeds.mend)

    def name(self) -> None:
        """The title bar: the plan, its file, and whether there is something to save."""
        from strategy_planner.model.texts import text_of

        plan = self.workspace.plan
        written = text_of(plan, plan.settings, "title", self.workspace.language)
        title = written or self.workspace.tr("New plan")
        path = self.document.path
        shown = f"{title} – {path.name}" if path else title
        self.setWindowTitle(f"{shown}[*]")
        self.setWindowModified(self.document.is_modified)

    def restyle(self) -> None:
        """Colours and text size."""
        scale = self.preferences.text_percent / 100
        from strategy_planner.gui.shell.style import palette, style_sheet

        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(self.workspace.theme))
            application.setStyleSheet(style_sheet(self.workspace.theme, scale))
        views = (self.outline, self.finding, self.map, self.problems, self.inspector)
        for part in (*views, self.toolbar, self.status):
            part.set_text_scale(scale)
        for view in (self._roadmap, self._table, self._replacing):
            if view is not None:
                view.set_text_scale(scale)
        self.interviewing.set_text_scale(scale)

    def _remember_habits(self, habits: "Habits") -> None:
        self.preferences.roadmap = habits.text()

    def widen(self) -> None:
        """Give the docks the room that larger texts need."""
        scale = self.preferences.text_percent / 100
        outline = min(_OUTLINE_MOST, round(_OUTLINE * scale))
        inspector = min(_INSPECTOR_MOST, round(_INSPECTOR * scale))
        middle = max(1, sum(self.across.sizes()) - outline - inspector)
        self.across.setSizes([outline, middle, inspector])

    def _follow_clipboard(self) -> None:
        """A slot of the window, which the clipboard outlives."""
        self.deeds.refresh()

    def _speak(self) -> None:
        from strategy_planner.gui.shell.qt_texts import speak

        speak(self.workspace.language)

    def show_view(self, name: str) -> None:
        """Bring the map, the roadmap or the table to the front."""
        before, view = self.views.currentWidget(), getattr(self, name)
        had_keyboard = before is not None and before.isAncestorOf(self.focusWidget() or self)
        self.actions_.by_id[name].setChecked(True)
        self.views.setCurrentWidget(view)
        if had_keyboard:
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deeds.refresh()

    def _fold_problems(self, folded: bool) -> None:
        total = sum(self.middle.sizes())
        self.problems.setMaximumHeight(_FOLDED if folded else 16_777_215)
        self.middle.setSizes([total - (_FOLDED if folded else _PROBLEMS),
                              _FOLDED if folded else _PROBLEMS])  # fmt: skip

    def _tell_refusal(self, refusal: "PlanError") -> None:
        if self.interviewing.is_on:  # it says under its field what was refused
            return
        self.notice.show_words(refusal.message.into(self.workspace.language))

    def _tell(self, done: "Message") -> None:
        self.notice.show_words(done.into(self.workspace.language), kind="done")

    def _restore(self) -> None:
        for name, splitter in (("middle", self.middle), ("across", self.across)):
            state = self.preferences.layout(name)
            if state is not None:
                splitter.restoreState(state)
        if self.preferences.scheme == "dark":
            self.workspace.set_scheme("dark")
        if self.preferences.reduced_motion:
            self.deeds.still(reduced=True)
        self._speak()
        self.show_view("map")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, and remember how the window looked."""
        if not self.is_furnished:
            return
        if not self.deeds.may_leave(then=self.close):
            event.ignore()
            return
        # A dying undo stack announces that it is empty, to views that may be gone by then.
        self.workspace.undo_stack.blockSignals(True)
        self.preferences.keep_layout("window", self.saveGeometry())
        self.preferences.keep_layout("middle", self.middle.saveState())
        self.preferences.keep_layout("across", self.across.saveState())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notices stay at the foot."""
        super().resizeEvent(event)
        if not self.is_furnished:
            return
        self.notice.place()
        self.working.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped on the window."""
        if self.is_furnished and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped file."""
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.deeds.open_file(Path(urls[0].toLocalFile()))
