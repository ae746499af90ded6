"""What holds whichever pathway is taken: a list to pick, and its items as sentences."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.answers.pathways.answer import Outlook
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.texts import label, option_name

_LISTS = ("regret", "necessary", "closed")
_DEEDS = ("action", "decision", "enabler")
"""Kinds that are done; the other items come of them."""


class WhateverIsTaken(QWidget):
    """No-regret items, necessary items and options that have closed, one list at a time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.answer: Outlook | None = None
        self.pick = PickList(workspace, self)
        self.meaning = words("", "caption", self)
        self.list = SentenceList(workspace, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.pick)
        column.addWidget(self.meaning)
        column.addWidget(self.list, 1)
        self.pick.activated.connect(lambda _: self._show_list())
        self.list.chosen.connect(self._go_to)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.list.set_text_scale(scale)

    def show_answer(self, answer: Outlook | None) -> None:
        """The three lists with how much is in each."""
        self.answer = answer
        tr, place = self.workspace.tr, max(0, self.pick.currentIndex())
        self.pick.setAccessibleName(tr("Whichever pathway is taken"))
        self.pick.clear()
        headings = (tr("No-regret items"), tr("Necessary items"), tr("Options that have closed"))
        for heading, key in zip(headings, _LISTS, strict=True):
            self.pick.addItem(f"{heading}  {len(self._rows(key))}" if answer else heading)
        self.pick.setCurrentIndex(place)
        self._show_list()

    def _show_list(self) -> None:
        key = _LISTS[max(0, self.pick.currentIndex())]
        rows = self._rows(key)
        self.meaning.setText(self._meaning(key, is_empty=not rows))
        self.list.setAccessibleName(self.pick.currentText())
        self.list.tell(rows)

    def _meaning(self, key: str, *, is_empty: bool) -> str:
        tr = self.workspace.tr
        if self.answer is None:
            return ""
        if key == "regret" and is_empty:
            return tr(
                "No way of choosing reaches every target in time, so nothing is without regret "
                "yet. See what is too late."
            )
        if key == "necessary" and is_empty:
            return tr("There is no item without which a target cannot be reached.")
        if key == "closed" and is_empty:
            return tr("Every option can still be begun in time.")
        return {
            "regret": tr(
                "Part of every way of choosing that is in time for all targets. The first {count} "
                "are not necessary, but no such way does without them.",
                count=self._only_without_regret,
            ),
            "necessary": tr("Without any one of these a target cannot be reached at all."),
            "closed": tr("Begun now, they would no longer be in time."),
        }[key]

    def _rows(self, key: str) -> list[Sentence]:
        if self.answer is None:
            return []
        found = self.answer.comparison
        if key == "closed":
            return [self._closed(*option, day) for option, day in self.answer.closed.items()]
        ids = found.no_regret if key == "regret" else found.necessary
        return [self._item(id_) for id_ in self._ordered(ids, found.necessary)]

    def _ordered(self, ids: Sequence[str], necessary: Sequence[str]) -> list[str]:
        """What is only without regret first, and what can be done before what comes of it."""
        nodes, needed = self.workspace.plan.nodes, set(necessary)
        known = [id_ for id_ in ids if id_ in nodes]
        return sorted(known, key=lambda id_: (id_ in needed, nodes[id_].kind not in _DEEDS))

    def _item(self, id_: str) -> Sentence:
        return Sentence(label(self.workspace.plan, id_, self.workspace.language), id_)

    @property
    def _only_without_regret(self) -> int:
        found = self.answer.comparison if self.answer else None
        return len(set(found.no_regret) - set(found.necessary)) if found else 0

    def _closed(self, choice: str, option: str, day: dt.date) -> Sentence:
        plan, language = self.workspace.plan, self.workspace.language
        if choice not in plan.choices:
            return Sentence("–", choice)
        said = self.workspace.tr(
            "“{option}” for {item} closed on {day}",
            option=option_name(plan, choice, option, language),
            item=label(plan, plan.choices[choice].node, language),
            day=show_day(day, language),
        )
        return Sentence(said, (choice, option))

    def _go_to(self) -> None:
        key, plan = self.list.current_key(), self.workspace.plan
        if isinstance(key, tuple):
            links = plan.links.values()
            ids = [one.id for one in links if (one.choice, one.option) == key]
            self.workspace.select([plan.links[id_].prerequisite for id_ in ids])
        elif isinstance(key, str):
            self.workspace.select([key])
