"""What the figures of a KPI are made of, to be mended: its measurements, and what actions add."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.inspector.sections import FoldSection
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet

_KINDS: dict[str, Message] = {
    "measurement": message("Measurements ({count})"),
    "contribution": message("What actions add ({count})"),
}


class KpiRecords(QWidget):
    """Two folded lists; each row unfolds into the form that the inspector has for it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kpi = ""
        self.sections: dict[str, FoldSection] = {}
        self._memory: dict[str, bool] = {}
        self._language = workspace.language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()

    def turn_to(self, kpi: str) -> None:
        """Show the records of another KPI, or those of the same as they now are."""
        self.kpi = kpi
        if self._language != self.workspace.language:
            self._language = self.workspace.language
            for section in self.sections.values():
                self._column.removeWidget(section)
                section.deleteLater()
            self._build()
        for kind, section in self.sections.items():
            count = sum(1 for _ in self._ids(kind))
            section.head.setText(self.workspace.tr(_KINDS[kind].text, count=count))
            if isinstance(section.body, RecordList):
                section.body.refresh()

    def _build(self) -> None:
        for kind in _KINDS:

            def listed(parent: QWidget, kind: str = kind) -> QWidget:
                return self._list(kind, parent)

            section = FoldSection("", listed, kind, self._memory, self)
            self.sections[kind] = section
            self._column.addWidget(section)

    def _ids(self, kind: str) -> Iterator[str]:
        records = self.workspace.plan.records(kind)
        return (id_ for id_, one in records.items() if getattr(one, "kpi", None) == self.kpi)

    def _list(self, kind: str, parent: QWidget) -> RecordList:
        is_addable = kind == "contribution"
        return RecordList(
            self.workspace,
            lambda: self._ids(kind),
            lambda id_: RecordRow(self.workspace, kind, id_, without=("kpi",)),
            parent,
            make=self._contribution if is_addable else None,
            add_words=message("＋ Add a contribution") if is_addable else None,
        )

    def _contribution(self) -> ChangeSet:
        return edits.add_record(self.workspace.plan, "contribution", kpi=self.kpi)
