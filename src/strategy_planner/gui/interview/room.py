"""The room of the backward interview: places its parts, shows the question, hears the keys."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.gui.covering_room import CoveringRoom
from strategy_planner.gui.interview.closing_page import ClosingPage
from strategy_planner.gui.interview.conduct import Conduct
from strategy_planner.gui.interview.head import Head
from strategy_planner.gui.interview.key_caps import KeyHints
from strategy_planner.gui.interview.keys import ANYWHERE, asked_by
from strategy_planner.gui.interview.look import interview_sheet
from strategy_planner.gui.interview.question import Questioner
from strategy_planner.gui.interview.question_page import QuestionPage
from strategy_planner.gui.interview.side_rows import open_end
from strategy_planner.gui.interview.sides import MapSide, PathSide
from strategy_planner.gui.interview.words import hints
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural
from strategy_planner.model.errors import PlanError

_LEAST_MIDDLE = 440
"""The narrowest middle, at 100 %: before it gets narrower, the sides give way."""


class InterviewRoom(CoveringRoom):
    """One question at a time, over the whole window; `left` names the item to come back to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.conduct = Conduct(workspace)
        self.setObjectName("interview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Head(workspace, self)
        self.path = PathSide(workspace, self)
        self.page = QuestionPage(workspace, self)
        self.closing = ClosingPage(workspace, self)
        self.growth = MapSide(workspace, self)
        self.foot = KeyHints(workspace, self)
        self.middle = QStackedWidget(self)
        self.questioner = Questioner(self.conduct, self.page)
        self._scale = 1.0
        self._began_with = 0
        self._clock = QElapsedTimer()
        self._shown: Stand | None = None
        self._is_fresh = True
        self._busy = False
        self._place()
        self._connect()

    def _place(self) -> None:
        self.middle.addWidget(self.page)
        self.middle.addWidget(self.closing)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.path)
        row.addWidget(self.middle, 1)
        row.addWidget(self.growth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        workspace, page = self.workspace, self.page
        workspace.analysed.connect(self._follow_plan)
        workspace.language_changed.connect(self._anew)
        workspace.theme_changed.connect(self._anew)
        page.field.line.asked.connect(self.do)
        page.field.line.textChanged.connect(self.questioner.listen)
        page.field.switched.connect(self.questioner.switch)
        page.next_asked.connect(lambda: self.do("enter"))
        page.known.taken.connect(lambda _: self.do("link"))
        page.answers.taken.connect(self.questioner.choose)
        page.answers.itemDoubleClicked.connect(lambda _: self.do("deeper"))
        self.path.path.taken.connect(lambda id_: self._turn_to(Stand("means", id_)))
        self.path.stages.taken.connect(lambda id_: self._turn_to(Stand("means", id_)))
        self.growth.open.taken.connect(lambda _: self.do("end"))
        self.closing.continued.connect(
            lambda id_: self._turn_to(open_end(self.workspace, id_)) if id_ else None
        )
        self.closing.shown.connect(lambda _: self.do("show"))
        self.head.left.connect(lambda: self.do("end" if self.conduct.stand else "leave"))

    def begin(self, selected: str | None) -> None:
        """Begin on the selected item, or where the plan has no means yet."""
        self._began_with = len(self.workspace.plan.nodes)
        self._clock.start()
        self.conduct.begin(selected)
        self._is_fresh = True
        self._anew()

    def set_text_scale(self, scale: float) -> None:
        """Larger texts everywhere."""
        self._scale = scale
        self._anew()

    def do(self, asked: str) -> None:
        """What a key or a button asks for."""
        conduct, page = self.conduct, self.page
        does: dict[str, Callable[[], PlanError | None]] = {
            "enter": self._enter,
            "link": self._link,
            "deeper": self._deeper,
            "up": lambda: self.questioner.step(-1),
            "down": lambda: self.questioner.step(1),
            "switch_up": lambda: page.field.step(-1),
            "switch_down": lambda: page.field.step(1),
            "back": conduct.go_back,
            "skip": conduct.go_on,
            "alternatives": lambda: conduct.switch_alternatives(page.answers.chosen),
            "because": lambda: conduct.ask_reason(self.questioner.chosen_answer()),
            "rewrite": self.questioner.rewrite,
            "undo": self.workspace.undo,
            "redo": self.workspace.undo_stack.redo,
            "escape": self._escape,
            "end": conduct.end,
            "leave": self._leave,
            "show": self._show_in_plan,
        }
        self._carry(does[asked])

    def _carry(self, deed: Callable[[], PlanError | None]) -> None:
        """Do something, then show once where the interview now stands."""
        self._busy = True
        try:
            refusal = deed()
        finally:
            self._busy = False
        if not self.isHidden():
            self.refresh()
        if refusal is not None:
            self.page.tell(refusal.message.into(self.workspace.language), "refusal")

    def _enter(self) -> PlanError | None:
        text = self.questioner.text
        if not text and self.conduct.rewritten:
            self.conduct.rewritten = ""
            return None
        refusal = self.conduct.answer(text) if text else self.conduct.pass_on()
        return self._answered(refusal)

    def _link(self) -> PlanError | None:
        return self._answered(self.conduct.link(self.page.known.chosen))

    def _answered(self, refusal: PlanError | None) -> PlanError | None:
        if refusal is None:
            self.page.field.line.clear()
        return refusal

    def _deeper(self) -> PlanError | None:
        if self.conduct.stand is None:
            return None
        if self.questioner.text:
            refusal = self._enter()
            if refusal is None:
                self.conduct.go_deeper(self.conduct.latest)
            return refusal
        self.conduct.go_deeper(self.questioner.chosen_answer())
        return None

    def _escape(self) -> None:
        if self.conduct.stand is None:
            self._leave()
        elif self.page.field.line.text():
            self.conduct.rewritten = ""
            self.page.field.line.clear()
        else:
            self.conduct.end()

    def _leave(self) -> None:
        self.left.emit("")

    def _show_in_plan(self) -> None:
        """Leave for the item of the open end that is chosen."""
        chosen = self.closing.rows.chosen
        if self.conduct.stand is None and chosen:
            self.left.emit(open_end(self.workspace, chosen).item)

    def _turn_to(self, stand: Stand) -> None:
        self._carry(lambda: self.conduct.turn_to(stand))

    def _follow_plan(self) -> None:
        if not self._busy and not self.isHidden():
            self.refresh()

    def _anew(self) -> None:
        """Colours, sizes and words of everything."""
        if self.isHidden():
            return
        self.setStyleSheet(interview_sheet(self.workspace.theme, self._scale))
        for part in (self.page, self.closing, self.path, self.growth):
            part.settle(self._scale)
        self.head.settle(self._scale, self.width())
        self.foot.set_text_scale(self._scale)
        self._make_room()
        self.refresh()

    def refresh(self) -> None:
        """Show where the interview stands, in the plan as it now is."""
        self.conduct.follow_plan()
        stand, ends = self.conduct.stand, self.conduct.ends
        question = stand.question if stand else None
        self.head.show_question(question)
        self.path.show_place(self.conduct.interview, ends)
        self.growth.show_growth(self.conduct.interview, ends, self._grown())
        self.foot.show_hints(hints(self.workspace, question))
        moved = self._is_fresh or stand != self._shown
        self._shown, self._is_fresh = stand, False
        if stand is None:
            self.closing.show_ends(ends)
            self.middle.setCurrentWidget(self.closing)
            if moved:
                self.closing.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.questioner.show(ends, moved=moved)
            self.middle.setCurrentWidget(self.page)
            if moved or not self.isAncestorOf(self.focusWidget()):
                self.page.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grown(self) -> str:
        """How many items the interview added, and how long it has taken."""
        count = len(self.workspace.plan.nodes)
        new = count - self._began_with
        if new <= 0:
            return message_plural("{count} item", "{count} items", count).into(
                self.workspace.language
            )
        minutes = self._clock.elapsed() // 60_000 if self._clock.isValid() else 0
        return message(
            "{items}, {time}",
            items=message_plural("{count} new item", "{count} new items", new),
            time=message_plural("{count} minute", "{count} minutes", minutes),
        ).into(self.workspace.language)

    def showEvent(self, event: object) -> None:
        """Dress before being seen."""
        super().showEvent(event)  # type: ignore[arg-type] # QShowEvent
        self._anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sides give way before the question gets too narrow."""
        super().resizeEvent(event)
        self.head.settle(self._scale, self.width())
        self._make_room()

    def _make_room(self) -> None:
        room = self.width() - _LEAST_MIDDLE * min(self._scale, 1.6)
        left = self.path.widen(self._scale, self.width())
        right = self.growth.widen(self._scale, self.width())
        self.path.setVisible(room >= left)
        self.growth.setVisible(room >= left + right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no part of the room has taken."""
        asked = asked_by(event)
        if asked in ANYWHERE:
            self.do(asked)
        else:
            super().keyPressEvent(event)
