"""The page of the bottlenecks: the rank, and why the chosen item stands where it does."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck
from strategy_planner.calendars.formatting import show_days
from strategy_planner.gui.answers.bottlenecks.answer import Ranking, ranking
from strategy_planner.gui.answers.bottlenecks.detail import BottleneckDetail, effect_mark
from strategy_planner.gui.answers.bottlenecks.months_field import MonthsField
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.texts import label

_USUAL = 24
"""Months of delay."""
_FIELD = 64
_SHOWN = 100


class BottlenecksPage(AnswerPage):
    """The months of delay over the rank; beside it the chosen item."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            lambda plan, today, task: ranking(plan, today, task, self.delay.months),
            parent,
        )
        self._has_chosen = False
        """Whether a planner chose the item that is looked at; else it is the first of the rank."""
        self.asked = QLabel(self)
        self.delay = MonthsField(_USUAL, self)
        self.unit = QLabel(self)
        self.list = SentenceList(workspace, self)
        self.detail = BottleneckDetail(workspace, self)
        self.empty = QLabel(self)
        self._arrange()
        self.first = self.list
        self.delay.changed.connect(lambda _: self.asking.ask())
        self.list.chosen.connect(self._choose)
        self.refresh()

    def _arrange(self) -> None:
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.delay.setFixedWidth(_FIELD)
        self.asked.setBuddy(self.delay)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(6)
        head.addWidget(self.asked)
        head.addWidget(self.delay)
        head.addWidget(self.unit)
        head.addStretch(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        whole = side_by_side(self, (left, 360), (self.detail, 560))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(whole)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.list.set_text_scale(scale)
        self.delay.setFixedWidth(round(_FIELD * scale))
        self.detail.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        self.list.clear()
        self._has_chosen = False
        self._stack.setCurrentWidget(self.empty)

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.asked.setText(tr("If an item comes later by"))
        self.unit.setText(tr("months"))
        self.delay.setAccessibleName(tr("Months of delay"))
        self.list.setAccessibleName(tr("Items by what a delay would do"))
        self.empty.setText(tr("Being worked out…"))

    def show_answer(self, answer: Any) -> None:
        """The rank, the worst first; the chosen item stays."""
        self._stack.setCurrentIndex(1 if answer.items else 0)
        self.empty.setText(self._silence(answer))
        rows = [
            self._sentence(answer, place, one)
            for place, one in enumerate(answer.items[:_SHOWN], start=1)
        ]
        if len(answer.items) > _SHOWN:
            more = message_plural("and {count} more item", "and {count} more items",
                                  len(answer.items) - _SHOWN)  # fmt: skip
            rows.append(Sentence(more.into(self.workspace.language), None))
        self.list.tell(rows)
        if answer.items:
            if not self._has_chosen or self.list.current_key() is None:
                self.list.setCurrentRow(0)
            self.detail.show_rank(answer)
            self._show_chosen()

    def _silence(self, answer: Ranking) -> str:
        if answer.today.targets:
            return self.workspace.tr("No target waits for anything that could still be delayed.")
        return self.workspace.tr(
            "No vision has a date and no item a target, so there is no date that a delay could move."
        )

    def _sentence(self, answer: Ranking, place: int, one: Bottleneck) -> Sentence:
        name = label(answer.plan, one.item, self.workspace.language)
        return Sentence(f"{place}. {name}\n{self._gist(one)}", one.item, effect_mark(one.effect))

    def _gist(self, one: Bottleneck) -> str:
        tr, effect = self.workspace.tr, one.effect
        if effect is None:
            return tr("Moves no target")
        target = self.workspace.plan.nodes.get(effect.target)
        number = (target.number if target else None) or tr("the target")
        if effect.shift_days is None or effect.past_days is None:
            return tr("{target} could not come at all", target=number)
        shift = show_days(effect.shift_days, self.workspace.language)
        if not effect.past_days:
            return tr("{target} comes {shift} later, in time", target=number, shift=shift)
        past = show_days(effect.past_days, self.workspace.language)
        return tr("{target} comes {shift} later, {past} after its date", target=number,
                  shift=shift, past=past)  # fmt: skip

    @property
    def chosen(self) -> Bottleneck | None:
        """The item that is looked at."""
        key = self.list.current_key()
        items = self.answer.items if self.answer else ()
        return next((one for one in items if one.item == key), None)

    def _choose(self) -> None:
        self._has_chosen = True
        self._show_chosen()
        if self.chosen is not None:
            self.workspace.select([self.chosen.item])

    def _show_chosen(self) -> None:
        if self.chosen is not None:
            self.detail.show_bottleneck(self.answer, self.chosen)
