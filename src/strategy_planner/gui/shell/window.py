"""The window: a frame that is painted at once, and the views that it places and connects."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.windows import Windows

if TYPE_CHECKING:
    from strategy_planner.gui.replace.panel import ReplacePanel
    from strategy_planner.gui.roadmap.habits import Habits
    from strategy_planner.gui.roadmap.view import RoadmapView
    from strategy_planner.gui.start.page import StartPage
    from strategy_planner.gui.table.view import TableView
    from strategy_planner.gui.workspace import Workspace
    from strategy_planner.language import Message
    from strategy_planner.model.changes import ChangeSet
    from strategy_planner.model.errors import PlanError


class MainWindow(QMainWindow):
    """Outline, map, roadmap or table, inspector and problems around one workspace."""

    def __init__(
        self,
        workspace: "Workspace | None" = None,
        preferences: Preferences | None = None,
        windows: Windows | None = None,
    ) -> None:
        """An empty frame, so that it can be painted before the views are loaded; or, with a
        workspace, the whole window.
        """
        super().__init__()
        self.preferences = preferences or Preferences()
        self.windows = windows or Windows(self.preferences)
        self.windows.all.append(self)
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
            Answering,
            Deeds,
            Docks,
            Document,
            DraftStrip,
            Filing,
            Finding,
            InspectorPanel,
            Interviewing,
            MapView,
            Notice,
            OutlineView,
            Packing,
            ProblemsPanel,
            Status,
            TipStrip,
            Toolbar,
            WorkingNotice,
            first_uses,
            kept_view,
            submenus,
        )

        self.workspace = workspace
        workspace.set_language(self.preferences.language)
        self.document = Document(workspace, self)
        self.filing = Filing(self)
        self.answering = Answering(self)
        self.packing = Packing(self)
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
        self.docks = Docks(self.outline, self.views, self.problems, self.inspector)
        self.whole = QStackedWidget(self)
        self._start: StartPage | None = None
        self.tips = TipStrip(workspace, self.preferences, self)
        self.draft_strip = DraftStrip(workspace, self)
        self._place()
        self.notice = Notice(workspace, self, self.tips)
        self.working = WorkingNotice(self.document, self)
        self.is_furnished = True
        self._connect()
        submenus.follow(self)
        first_uses.watch(self, self.tips)
        self._restore()
        kept_view.follow(self)
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
            self._roadmap.told.connect(self.tell)
            self.views.addWidget(self._roadmap)
        return self._roadmap

    @property
    def table(self) -> "TableView":
        """The table, made when it is first asked for."""
        if self._table is None:
            from strategy_planner.gui.table.view import TableView

            self._table = TableView(self.workspace, self.preferences, self)
            self._table.set_text_scale(self.preferences.text_percent / 100)
            self._table.told.connect(self.tell)
            self.views.addWidget(self._table)
        return self._table

    @property
    def replacing(self) -> "ReplacePanel":
        """The bar of find and replace at the foot, made when it is first asked for."""
        if self._replacing is None:
            from strategy_planner.gui.replace.panel import ReplacePanel

            self._replacing = ReplacePanel(self.workspace, self)
            self._replacing.set_text_scale(self.preferences.text_percent / 100)
            self._replacing.told.connect(self.tell)
            self.docks.add_strip(self._replacing)
        return self._replacing

    def _place(self) -> None:
        self.setMenuBar(self.menuBar())
        self.actions_.fill(self.menuBar())
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self.views.setObjectName("centre")
        self.views.addWidget(self.map)
        self.whole.addWidget(self.docks)
        self.docks.add_strip(self.tips)
        self.docks.add_top(self.draft_strip)
        self.docks.rail.offer(self.actions_.by_id["inspector"])
        self.setCentralWidget(self.whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.refused.connect(self._tell_refusal)
        workspace.language_changed.connect(self.name)
        workspace.language_changed.connect(self._speak)
        workspace.replaced.connect(self.name)
        workspace.replaced.connect(self.interviewing.end)
        workspace.replaced.connect(self.packing.end)
        workspace.replaced.connect(self._leave_start)
        workspace.changed.connect(self.name)
        workspace.changed.connect(self._offer_undo)
        workspace.theme_changed.connect(self.restyle)
        workspace.drafting_changed.connect(self.deeds.refresh)
        workspace.undo_stack.indexChanged.connect(self.deeds.refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        workspace.selection_changed.connect(self.deeds.refresh)
        workspace.replaced.connect(self.deeds.refresh)
        workspace.language_changed.connect(self.deeds.refresh)
        self.document.renamed.connect(self.name)
        self.document.renamed.connect(self._keep_recent)
        self.document.failed.connect(self.filing.tell_failure)
        self.document.exported.connect(self.filing.tell_export)
        self.map.zoom_changed.connect(self.status.show_zoom)
        self.problems.folded.connect(self.docks.fold_problems)
        self.docks.closed.connect(self.deeds.refresh)
        self.preferences.changed.connect(self._follow_preferences)
        self.problems.acted.connect(self.deeds.mend)
        self.outline.add_requested.connect(self.deeds)

    def name(self) -> None:
        """The title bar: the plan, its file, and whether there is something to save."""
        from strategy_planner.model.texts import text_of

        plan = self.workspace.plan
        written = text_of(plan, plan.settings, "title", self.workspace.language)
        title = written or self.workspace.tr("New plan")
        if self.start_is_shown:
            title = "Strategy Planner"
        path = self.document.path
        shown = f"{title} – {path.name}" if path else title
        self.setWindowTitle(f"{shown}[*]")
        self.setWindowModified(self.document.is_modified)

    def restyle(self) -> None:
        """Colours and text size."""
        scale = self.preferences.text_percent / 100
        from strategy_planner.gui.shell.style import dress

        dress(self.workspace.theme, scale)
        self.docks.set_text_scale(scale)
        views = (self.outline, self.finding, self.map, self.problems, self.inspector)
        rooms = (self.interviewing, self.answering, self.packing)
        for part in (*views, self.toolbar, self.status, *rooms):
            part.set_text_scale(scale)
        for view in (self._roadmap, self._table, self._replacing, self._start):
            if view is not None:
                view.set_text_scale(scale)

    def _remember_habits(self, habits: "Habits") -> None:
        self.preferences.roadmap = habits.text()

    def _follow_preferences(self, name: str) -> None:
        """Somebody chose otherwise, here, in another window or in the system."""
        preferences = self.preferences
        if name == "language":
            self.workspace.set_language(preferences.language)
        elif name == "scheme":
            self.workspace.set_scheme(preferences.scheme)
        elif name == "text_percent":
            self.restyle()
        elif name == "reduced_motion":
            from strategy_planner.gui.map.motion import be_still

            be_still(reduced=preferences.reduced_motion)
        self.deeds.refresh()

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

    def _tell_refusal(self, refusal: "PlanError") -> None:
        if self.interviewing.is_on:  # it says under its field what was refused
            return
        self.notice.show_words(refusal.message.into(self.workspace.language))

    def _offer_undo(self, change_set: "ChangeSet") -> None:
        """What took something away is told, with the way back, instead of asked about before."""
        from strategy_planner.gui.shell.notice import takes_away

        stack = self.workspace.undo_stack
        if takes_away(change_set) and self.workspace.did_last(change_set):
            words = change_set.label.into(self.workspace.language)
            self.notice.show_words(words, kind="done", undo=stack.undo)
        else:
            self.notice.withdraw_undo()

    def tell(self, done: "Message") -> None:
        """Say at the foot what was done."""
        self.notice.show_words(done.into(self.workspace.language), kind="done")

    def _restore(self) -> None:
        from strategy_planner.gui.map.motion import be_still

        self.docks.restore(self.preferences)
        self.answering.restore()
        self.workspace.set_scheme(self.preferences.scheme)
        be_still(reduced=self.preferences.reduced_motion)
        self._speak()

    @property
    def shown_view(self) -> Literal["map", "roadmap", "table"]:
        """The view in front."""
        view = self.views.currentWidget()
        return "roadmap" if view is self._roadmap else "table" if view is self._table else "map"

    @property
    def holds_a_plan(self) -> bool:
        """Whether there is something on screen that another plan must not take the place of."""
        document = self.document
        is_empty = not self.workspace.plan.nodes and document.path is None
        return not is_empty or document.is_modified

    @property
    def start(self) -> "StartPage":
        """The start page, made when it is first asked for."""
        if self._start is None:
            from strategy_planner.gui.start.page import StartPage

            self._start = StartPage(
                self.workspace, self.filing, self.actions_.by_id, self.preferences, self
            )
            self._start.set_text_scale(self.preferences.text_percent / 100)
            self.whole.addWidget(self._start)
        return self._start

    @property
    def start_is_shown(self) -> bool:
        """Whether the start page stands in the place of a plan."""
        return self._start is not None and self.whole.currentWidget() is self._start

    def show_start(self) -> None:
        """The start page instead of tool bar, docks and views."""
        self.toolbar.hide()
        self.whole.setCurrentWidget(self.start)
        self.start.refresh()
        self.start.begin.vision.setFocus()
        self.status.show_start(shown=True)
        self.name()

    def _leave_start(self) -> None:
        if self.start_is_shown and self.workspace.plan.nodes:
            self.toolbar.show()
            self.whole.setCurrentWidget(self.docks)
            self.status.show_start(shown=False)
            self.docks.give_view_keyboard()

    def _keep_recent(self) -> None:
        path = self.document.path
        if path is not None and not self.document.is_modified:
            self.preferences.keep_recent(str(path.absolute()))

    def bring_forward(self) -> None:
        """To the front, with the keyboard."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """The system may speak another language from now on."""
        if event.type() == QEvent.Type.LocaleChange:
            self.preferences.follow_system()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, and remember how the window looked."""
        if not self.is_furnished:
            self.windows.let_go(self)
            return
        if not self.filing.may_leave(then=self.close):
            event.ignore()
            return
        # A dying undo stack announces that it is empty, to views that may be gone by then.
        self.workspace.undo_stack.blockSignals(True)
        if self._start is not None:
            self._start.cards.stop()
        self.preferences.keep_layout("window", self.saveGeometry())
        self.docks.keep(self.preferences)
        self.answering.keep()
        event.accept()
        self.windows.let_go(self)

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
        """Open the dropped files, each in its window."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.filing.open_files(paths)
        else:
            self.notice.show_words(self.workspace.tr("Only files of this machine can be opened."))
