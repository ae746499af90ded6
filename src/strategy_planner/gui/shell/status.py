"""The status bar: what the plan's state is, in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.files.document import Document
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.words import Words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural
from strategy_planner.layout.marks import Severity, severity_mark


class Mark(QWidget):
    """A mark of severity as high as the words beside it, which say the same."""

    def __init__(self, workspace: Workspace, parent: QWidget, ground: str = "surface") -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ground = ground
        self._severity: Severity = "error"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_text_scale(1.0)

    def set_text_scale(self, scale: float) -> None:
        """As high as the words beside it."""
        self._scale = scale
        self.setFixedSize(QSize(18, 18) * scale)

    def show_severity(self, severity: Severity | None) -> None:
        """Another mark, or none."""
        self.setVisible(severity is not None)
        self._severity = severity or "error"
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark."""
        del event
        painter = QPainter(self)
        centre = QRectF(self.rect()).center()
        size = 14.0 * self._scale
        shapes = severity_mark(self._severity, centre.x(), centre.y(), size, self._ground)
        shape_painter(self._workspace.theme.scheme).paint(painter, shapes)


class Status(QStatusBar):
    """State, counts and selection at the left; saved, status date and zoom at the right."""

    def __init__(
        self, workspace: Workspace, document: Document, switch: QAction, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.document = document
        self.language = QToolButton(self)
        self.language.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.language.clicked.connect(switch.trigger)
        self.setSizeGripEnabled(False)
        self._is_start = False
        self.mark = Mark(workspace, self, "chrome")
        self.set_text_scale(1.0)
        self.state, self.counts, self.chosen = Words(self), QLabel(self), QLabel(self)
        self.saved, self.day, self.zoom = QLabel(self), QLabel(self), QLabel(self)
        for words in (self.state, self.counts, self.chosen, self.saved, self.day, self.zoom):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self.mark)
        self.addWidget(self.state, 1)
        for left in (self.counts, self.chosen):
            self.addWidget(left)
        for right in (self.saved, self.day, self.language, self.zoom):
            self.addPermanentWidget(right)
        workspace.analysed.connect(self.refresh)
        workspace.selection_changed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        document.renamed.connect(self.refresh)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """26 high at 100 %."""
        self.setFixedHeight(round(26 * scale))
        self.mark.set_text_scale(scale)

    def show_start(self, *, shown: bool) -> None:
        """Of a plan there is nothing to say while the start page stands."""
        self._is_start = shown
        for words in (self.counts, self.chosen, self.saved, self.day, self.zoom):
            words.setVisible(not shown)
        self.refresh()

    def refresh(self) -> None:
        """All words, as things now are."""
        self._refresh_language()
        if self._is_start:
            self.mark.show_severity(None)
            self._say(
                self.workspace.tr(
                    "Plans are kept on this machine only; nothing goes to a network."
                ),
                bad=False,
            )
            return
        workspace, tr = self.workspace, self.workspace.tr
        plan = workspace.plan
        bad, sentence = state_of_plan(plan, workspace.schedule, workspace.language)
        self.mark.show_severity("error" if bad else None)
        self._say(sentence.into(workspace.language), bad=bad)
        items = message_plural("{count} item", "{count} items", len(plan.nodes))
        links = message_plural("{count} link", "{count} links", len(plan.links))
        both = message("{items} · {links}", items=items, links=links)
        self.counts.setText(both.into(workspace.language))
        numbers = [plan.nodes[id_].number or "" for id_ in workspace.selection
                   if id_ in plan.nodes]  # fmt: skip
        few = 4
        self.chosen.setText(
            tr("Selected: {numbers}", numbers=" ".join(numbers[:few] + ["…"][: len(numbers) > few]))
            if numbers
            else ""
        )
        self.saved.setText(self._saved())
        day = workspace.schedule.status_date
        self.day.setText(tr("Status date {day}", day=show_day(day, workspace.language)))

    def _say(self, sentence: str, *, bad: bool) -> None:
        self.state.setText(sentence)
        state = "late" if bad else "fine"
        if self.state.property("state") != state:
            self.state.setProperty("state", state)
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)

    def _refresh_language(self) -> None:
        tr = self.workspace.tr
        self.language.setText("日本語" if self.workspace.language == "ja" else "English")
        self.language.setAccessibleName(tr("Language: English. Switch to Japanese"))
        self.language.setToolTip(tr("Show everything in Japanese"))

    def show_zoom(self, zoom: float) -> None:
        """The scale of the view, as a share of 100 %."""
        self.zoom.setText(f"{round(zoom * 100)} %")

    def _saved(self) -> str:
        tr, document = self.workspace.tr, self.document
        if document.is_modified:
            return tr("Not saved yet")
        if document.saved_at is not None:
            return tr("Saved at {time}", time=document.saved_at.strftime("%H:%M"))
        return ""
