"""The page of the decision calendar: deadlines by fiscal year, why, and what to watch."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.decisions.deadlines import Deadline
from strategy_planner.analysis.decisions.reasons import reasons
from strategy_planner.analysis.decisions.watching import signpost_in_words, watched_until
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.decisions.answer import Calendar, calendar
from strategy_planner.gui.answers.decisions.rows import rows_of
from strategy_planner.gui.answers.decisions.strip import CalendarStrip
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.inspector.sections import rule, words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.badges import badge_mark
from strategy_planner.model import edits


class DecisionsPage(AnswerPage):
    """Three columns: by when, why by then, what to watch until then."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, calendar, parent)
        self.strip = CalendarStrip(workspace, self)
        self.list = SentenceList(workspace, self)
        self.why_heading = QLabel(self)
        self.steps = SentenceList(workspace, self)
        self.watch_heading = QLabel(self)
        self.signposts = SentenceList(workspace, self)
        self.empty = words("", "empty", self)
        self.add = QPushButton(self)
        self._arrange()
        self.first = self.list
        self.list.chosen.connect(self._choose)
        self.strip.chosen.connect(self._choose_on_strip)
        self.steps.chosen.connect(lambda: self._select(self.steps))
        self.signposts.chosen.connect(lambda: self._select(self.signposts))
        self.add.clicked.connect(self._add_decision)
        self.refresh()

    def _arrange(self) -> None:
        columns = side_by_side(
            self,
            (self.list, 460),
            (_column(self.why_heading, self.steps), 320),
            (_column(self.watch_heading, self.signposts), 240),
        )
        self._whole = QWidget(self)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(rule(self._whole))
        whole.addWidget(columns, 1)
        nothing = QWidget(self)
        column = QVBoxLayout(nothing)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(12)
        column.addStretch(1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.empty)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(nothing)
        self._nothing = nothing
        self._stack.setCurrentWidget(nothing)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        for part in (self.strip, self.list, self.steps, self.signposts):
            part.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        self.list.clear()
        self._explain()
        self._stack.setCurrentWidget(self._nothing)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here from an item finds what has to be decided there."""
        super().showEvent(event)
        deadline, selected = self.deadline, self.workspace.selection[:1]
        if deadline is not None and (deadline.item,) != selected:
            self._go_to_selected()

    def _go_to_selected(self) -> None:
        here = self._first_to_look_at(self.answer)
        if (here.item,) == self.workspace.selection[:1]:
            self.list.go_to(here.key)
            self._explain()

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.why_heading.setText(tr("Why by this day?"))
        self.steps.setAccessibleName(tr("Why by this day?"))
        self.watch_heading.setText(tr("What to watch until then"))
        self.signposts.setAccessibleName(tr("What to watch until then"))
        self.list.setAccessibleName(tr("Decision calendar"))
        self.strip.setAccessibleName(tr("Deadlines by fiscal year; the list below says each"))
        self.add.setText(tr("＋ Add a decision"))
        self.empty.setText(tr("Being worked out…"))
        self.add.hide()

    def show_answer(self, answer: Any) -> None:
        """The deadlines, and why the current one falls where it does."""
        language = self.workspace.language
        self.list.tell(list(rows_of(answer, language)))
        self.strip.show_answer(answer)
        if not answer.rows:
            self.empty.setText(
                self.workspace.tr(
                    "Nothing has a last day yet: a decision, a choice between options or a gate "
                    "gives one."
                )
            )
        self.add.setVisible(not answer.rows)
        self._stack.setCurrentWidget(self._whole if answer.rows else self._nothing)
        if answer.rows and self.deadline is None:
            self.list.go_to(self._first_to_look_at(answer).key)
        self._explain()

    def _first_to_look_at(self, answer: Calendar) -> Deadline:
        """What stands at the selected item, else the first that still can be met."""
        found = [deadline for deadline, _ in answer.rows]
        selected = self.workspace.selection[:1]
        here = (one for one in found if (one.item,) == selected)
        ahead = (one for one in found if one.is_open and not one.is_missed)
        return next(here, None) or next(ahead, found[0])

    @property
    def deadline(self) -> Deadline | None:
        """The deadline that is looked at."""
        key = self.list.current_key()
        rows = self.answer.rows if self.answer is not None else ()
        return next((deadline for deadline, _ in rows if deadline.key == key), None)

    def _choose_on_strip(self, key: Hashable) -> None:
        self.list.go_to(key)
        self._choose()

    def _choose(self) -> None:
        self._explain()
        if self.deadline is not None:
            self.workspace.select([self.deadline.item])

    def _explain(self) -> None:
        """Say why the deadline falls on its day, and what to watch."""
        deadline, answer, language = self.deadline, self.answer, self.workspace.language
        self.strip.set_current(deadline.key if deadline is not None else None)
        if deadline is None:
            self.steps.tell([])
            self.signposts.tell([])
            return
        plan, schedule, dates = answer.plan, answer.schedule, answer.dates
        self.steps.tell(
            [
                Sentence(step.message.into(language), (place, step.item))
                for place, step in enumerate(reasons(plan, schedule, dates, deadline))
            ]
        )
        watched = watched_until(plan, dates, deadline)
        told = [
            Sentence(
                "\n".join(
                    line.into(language) for line in signpost_in_words(plan, schedule, dates, id_)
                ),
                (place, id_),
                lambda x, y, size: badge_mark("signpost", x, y, size),
            )
            for place, id_ in enumerate(watched)
        ]
        nothing = Sentence(self.workspace.tr("No signpost tells of this."), (0, deadline.item))
        self.signposts.tell(told or [nothing])

    def _select(self, rows: SentenceList) -> None:
        key = rows.current_key()
        if isinstance(key, tuple):
            self.workspace.select([str(key[1])])

    def _add_decision(self) -> None:
        change_set = edits.add_node(
            self.workspace.plan, "decision", self.workspace.tr("New decision")
        )
        if self.workspace.do(change_set):
            self.workspace.select([change_set.changes[-1].id])


def _column(heading: QLabel, rows: SentenceList) -> QWidget:
    heading.setProperty("role", "heading")
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(6)
    column.addWidget(heading)
    column.addWidget(rows, 1)
    return holder
