"""What happened to an item: when, and what was changed into what; the latest first."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model.change_words import changes_in_words, touches

if TYPE_CHECKING:
    from strategy_planner.storage.history import HistoryEntry

Past = Callable[[], "Iterable[HistoryEntry]"]
"""Where the change sets come from: those of the file, then those since it was opened."""
_AT_FIRST = 20


class HistoryBlock(QWidget):
    """The changes of one item in sentences; it follows edits, undo and redo."""

    def __init__(self, workspace: Workspace, node_id: str, past: Past, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.node_id, self._past = workspace, node_id, past
        self._most = _AT_FIRST
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_more)
        self._parts: list[QWidget] = []
        self._column.addWidget(self.more)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def turn_to(self, node_id: str) -> None:
        """Tell of another item."""
        self.node_id, self._most = node_id, _AT_FIRST
        self.refresh()

    def refresh(self) -> None:
        """What is known of the item's past now."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        told = [entry for entry in self._past() if touches(entry.change_set, self.node_id)]
        told.reverse()
        for entry in told[: self._most]:
            self._tell(entry)
        if not told:
            self._add(self.workspace.tr("Nothing is recorded of this item yet."), "caption")
        self.more.setText(self.workspace.tr("{count} earlier", count=len(told) - self._most))
        self.more.setVisible(len(told) > self._most)

    def _tell(self, entry: "HistoryEntry") -> None:
        workspace, change_set = self.workspace, entry.change_set
        self._add(moment(entry.at, workspace.language), "caption")
        for sentence in changes_in_words(
            workspace.plan, change_set, self.node_id, workspace.language
        ):
            self._add(sentence, "entry")
        if change_set.reason or change_set.decider:
            why = message("Reason: {reason}", reason=change_set.reason or "—")
            by = message("Decided by {name}", name=change_set.decider or "—")
            said = [why] * bool(change_set.reason) + [by] * bool(change_set.decider)
            self._add(" · ".join(one.into(workspace.language) for one in said), "caption")

    def _add(self, text: str, role: str) -> None:
        label = words(text, role, self)
        self._parts.append(label)
        self._column.insertWidget(self._column.count() - 1, label)
        label.show()

    def _show_more(self) -> None:
        self._most += 5 * _AT_FIRST
        self.refresh()


def moment(at: dt.datetime, language: str) -> str:
    """Day and time on this machine's clock, as people write them."""
    here = at.astimezone()
    return f"{show_day(here.date(), language)} {here:%H:%M}"
