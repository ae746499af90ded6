"""The room of the briefing pack: its parts at the left, its pages as they will be printed."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.briefing.parts import PACK_WORDS, PACKS
from strategy_planner.gui.answers.asking import Asking
from strategy_planner.gui.background import Task
from strategy_planner.gui.covering_room import CoveringRoom
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.pack.parts_list import PartsList
from strategy_planner.gui.pack.preview import Preview
from strategy_planner.gui.pack.wish import Wish
from strategy_planner.gui.pack.writing import Written, written
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.plan import Plan

_SIDE = 300


class PackRoom(CoveringRoom):
    """Covers the window; the pack is written anew after each edit and each other wish."""

    write_asked = Signal(object)
    """The Wish that is to become a file."""
    print_asked = Signal(object)
    """The Pages that are to be printed."""
    mail_asked = Signal(object)
    """The Pages that are to be sent."""
    since_asked = Signal()
    """An earlier state of the plan is to be chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.answer: Written | None = None
        self._since: tuple[Plan, str] | None = None
        self.heading = words("", "title", self)
        self.sets, self.language, self.paper = (PickList(workspace, self) for _ in range(3))
        self.parts = PartsList(workspace, self)
        self.hint = words("", "caption", self)
        self.since = QPushButton(self)
        self.since_words = words("", "caption", self)
        self.count = words("", "entry", self)
        self.bar = QProgressBar(self)
        self.write, self.print_, self.mail, self.back = (QPushButton(self) for _ in range(4))
        self.preview = Preview(workspace, self)
        self.labels = [QLabel(self) for _ in range(3)]
        self.asking = Asking(workspace, partial(_written, Wish()), self)
        self._arrange()
        self._connect()
        self.name()

    def _arrange(self) -> None:
        for paper in ("A4", "A3"):
            self.paper.addItem(paper, paper)
        for code, name in (("ja", "日本語"), ("en", "English")):
            self.language.addItem(name, code)
        for key in PACKS:
            self.sets.addItem("", key)
        self.language.setCurrentIndex(
            self.language.findData(self.workspace.plan.settings.language or "ja")
        )
        self.write.setProperty("primary", True)
        self.since.setProperty("role", "link")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        fields = (self.sets, self.language, self.paper)
        for label, field in zip(self.labels, fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        self._side = QWidget(self)
        self._side.setProperty("role", "panel")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(self.parts, 1)
        column.addWidget(self.hint)
        column.addWidget(self.since)
        column.addWidget(self.since_words)
        column.addWidget(self.count)
        column.addWidget(self.bar)
        column.addWidget(self.write)
        row = QHBoxLayout()
        for button in (self.print_, self.mail, self.back):
            row.addWidget(button)
        column.addLayout(row)
        self.set_text_scale(1.0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._side)
        whole.addWidget(self.preview, 1)

    def _connect(self) -> None:
        self.sets.activated.connect(self._take_set)
        for field in (self.language, self.paper):
            field.activated.connect(lambda _: self._renew())
        self.parts.changed.connect(self._renew)
        self.since.clicked.connect(self._choose_since)
        self.write.clicked.connect(lambda: self.write_asked.emit(self.wish))
        self.print_.clicked.connect(lambda: self._pass_on(self.print_asked))
        self.mail.clicked.connect(lambda: self._pass_on(self.mail_asked))
        self.back.clicked.connect(lambda: self.left.emit(""))
        self.preview.asked.connect(self._go_to)
        self.preview.page_changed.connect(lambda _: self._tell())
        self.asking.answered.connect(self._take)
        self.asking.answered_partly.connect(self._take)
        self.asking.busy_changed.connect(lambda _: self._tell())
        self.asking.progressed.connect(lambda share: self.bar.setValue(round(100 * share)))
        self.workspace.language_changed.connect(self.name)
        self.workspace.theme_changed.connect(self.preview.viewport().update)

    @property
    def wish(self) -> Wish:
        """What is wanted now."""
        return Wish(
            self.parts.chosen,
            self.language.currentData(),
            self.paper.currentData(),
            self._since[0] if self._since else None,
        )

    def begin(self) -> None:
        """Show the page on which the selected item stands, once the pack is written."""
        self._renew()
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_selected()

    def compare_with(self, plan: Plan, name: str) -> None:
        """Tell on the page of changes what became of an earlier state of the plan."""
        self._since = (plan, name)
        self.name()
        self._renew()

    def set_text_scale(self, scale: float) -> None:
        """Larger texts need a wider side."""
        self._side.setFixedWidth(round(_SIDE * max(1.0, scale)))

    def name(self) -> None:
        """The words, in the language of the window."""
        tr, language = self.workspace.tr, self.workspace.language
        self.heading.setText(tr("Briefing pack"))
        named = (tr("Occasion"), tr("Language of the pack"), tr("Paper"))
        for label, field, called in zip(
            self.labels, (self.sets, self.language, self.paper), named, strict=True
        ):
            label.setText(called)
            field.setAccessibleName(called)
        for place, key in enumerate(PACKS):
            self.sets.setItemText(place, PACK_WORDS[key].into(language))
        self.parts.name()
        self.parts.setAccessibleName(tr("Parts of the pack"))
        self.hint.setText(tr("Tick the parts; drag them, or press Alt and an arrow key, to order."))
        self.since.setText(
            tr("Compare with another plan…") if self._since is None else tr("Do not compare")
        )
        compared = tr("Compared with {file}", file=self._since[1]) if self._since else ""
        self.since_words.setText(compared)
        self.since_words.setVisible(self._since is not None)
        self.write.setText(tr("Write the pack…"))
        self.print_.setText(tr("Print…"))
        self.mail.setText(tr("Mail…"))
        self.back.setText(tr("Back  Esc"))
        self.preview.setAccessibleName(tr("Pages of the pack"))
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the desk."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit("")
        else:
            super().keyPressEvent(event)

    def _renew(self) -> None:
        self.asking.ask_for(partial(_written, self.wish))

    def _take_set(self) -> None:
        self.parts.take(PACKS[self.sets.currentData()])
        self._renew()

    def _choose_since(self) -> None:
        if self._since is None:
            self.since_asked.emit()
            return
        self._since = None
        self.name()
        self._renew()

    def _take(self, answer: Written | None) -> None:
        self.answer = answer
        if answer is not None:
            self.preview.show_pages(answer.pages)
            if answer.pages.whole:
                self._show_selected()
        self._tell()

    def _show_selected(self) -> None:
        selected = self.workspace.selection[:1]
        if self.answer is not None and selected and selected[0] in self.answer.page_of:
            self.preview.go_to(self.answer.page_of[selected[0]])

    def _go_to(self, word: str) -> None:
        """A number on a page leads to its item in the plan."""
        for node in self.workspace.plan.nodes.values():
            if node.number and node.number == word.strip("()（）、,.。「」・"):
                self.left.emit(node.id)
                return

    def _pass_on(self, signal: SignalInstance) -> None:
        if self.answer is not None and self.answer.pages.whole:
            signal.emit(self.answer.pages)

    def _tell(self) -> None:
        is_busy = self.asking.is_busy
        is_whole = self.answer is not None and self.answer.pages.whole and not is_busy
        self.bar.setVisible(is_busy)
        self.write.setEnabled(bool(self.parts.chosen))
        for button in (self.print_, self.mail):
            button.setEnabled(is_whole)
        pages = len(self.answer.pages.sizes) if self.answer else 0
        if not self.parts.chosen:
            said = self.workspace.tr("Tick at least one part.")
        elif is_busy:
            said = self.workspace.tr("Being written…")
        else:
            counted = message_plural("{count} page", "{count} pages", pages)
            said = self.workspace.tr(
                "Page {page} of {pages}", page=self.preview.page + 1,
                pages=counted.into(self.workspace.language),
            )  # fmt: skip
        self.count.setText(said)


def _written(wish: Wish, plan: Plan, schedule: Schedule, task: Task) -> Written | None:
    return written(plan, schedule, wish, task) if wish.sections else None
