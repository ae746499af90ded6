"""The inspector with nothing selected: the plan itself, its settings and its lists."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.gate_list import GateList
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.inspector.sections import FoldSection, Memory, words
from strategy_planner.gui.inspector.translations import TranslationsBlock
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet

LISTS: tuple[tuple[str, Message, Message], ...] = (
    ("pathway", message("Pathways"), message("＋ Add a pathway")),
    ("track", message("Tracks"), message("＋ Add a track")),
    ("organisation", message("Organisations"), message("＋ Add an organisation")),
    ("gate", message("Gates"), message("＋ Add a gate")),
    ("review", message("Reviews"), message("＋ Add a review")),
    ("register", message("Risks, assumptions and obstacles"), message("＋ Add an entry")),
    ("kpi", message("All KPIs"), message("＋ Add a KPI")),
)
"""The lists of the plan: kind of record, heading, what the button that adds one says."""


class PathwayRow(RecordRow):
    """A pathway, and the button that makes it the one that is followed."""

    def __init__(self, workspace: Workspace, pathway_id: str) -> None:
        self.follow = QPushButton()
        self.follow.setProperty("role", "link")
        super().__init__(workspace, "pathway", pathway_id)
        self.follow.setParent(self)
        self.column.insertWidget(2, self.follow)
        self.follow.clicked.connect(self._follow)

    def refresh(self) -> None:
        """Whether it is followed."""
        super().refresh()
        pathway = self.workspace.plan.pathways.get(self.record_id)
        if pathway is None:
            return
        tr = self.workspace.tr
        self.said.setText(tr("Followed now") if pathway.active else "")
        self.said.setVisible(bool(pathway.active))
        self.follow.setText(
            tr("Leave all choices open") if pathway.active else tr("Follow this pathway")
        )

    def _follow(self) -> None:
        plan = self.workspace.plan
        chosen = None if plan.pathways[self.record_id].active else self.record_id
        self.workspace.do(edits.activate_pathway(plan, chosen))


class PlanPage(QWidget):
    """What to do first, then the settings and the lists of the plan."""

    def __init__(self, workspace: Workspace, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self._memory = workspace, memory
        self.sections: dict[str, FoldSection] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 12, 16)
        self._column.setSpacing(10)
        self._column.addWidget(
            words(workspace.tr("Select an item to see its dates, links and evidence."),
                  "empty", self)
        )  # fmt: skip
        self._section("settings", message("Settings of the plan"), is_open=True)
        for record, heading, _ in LISTS:
            self._section(record, heading)
        self._section("translations", message("Translations"))
        self._column.addStretch(1)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """How many records each list has."""
        for record, heading, _ in LISTS:
            count = len(self.workspace.plan.records(record))
            shown = heading.into(self.workspace.language)
            self.sections[record].head.setText(f"{shown} {count}" if count else shown)

    def _section(self, key: str, heading: Message, *, is_open: bool = False) -> None:
        section = FoldSection(
            heading.into(self.workspace.language), lambda parent: self._body(key, parent),
            f"plan {key}", self._memory, self, is_open=is_open,
        )  # fmt: skip
        self.sections[key] = section
        self._column.addWidget(section)

    def _body(self, key: str, parent: QWidget) -> QWidget:
        workspace = self.workspace
        if key == "settings":
            return RecordForm(workspace, "settings", "settings", parent)
        if key == "translations":
            return TranslationsBlock(workspace, "settings", "settings", parent)
        add_words = next(add for record, _, add in LISTS if record == key)
        if key == "gate":
            return GateList(workspace, parent, lambda: self._made(key), add_words)
        return RecordList(
            workspace,
            lambda: list(workspace.plan.records(key)),
            self._pathway if key == "pathway" else lambda id_: RecordRow(workspace, key, id_),
            parent,
            make=lambda: self._made(key),
            add_words=add_words,
        )

    def _pathway(self, pathway_id: str) -> PathwayRow:
        return PathwayRow(self.workspace, pathway_id)

    def _made(self, record: str) -> ChangeSet:
        plan, tr = self.workspace.plan, self.workspace.tr
        if record == "review":
            day = self.workspace.schedule.status_date
            return edits.add_record(plan, record, date=day, title=tr("New review"))
        if record == "register":
            return edits.add_record(plan, record, kind="risk", title=tr("New entry"))
        names = {
            "pathway": message("New pathway"),
            "track": message("New track"),
            "organisation": message("New organisation"),
            "gate": message("New gate"),
            "kpi": message("New KPI"),
        }
        return edits.add_record(plan, record, name=names[record].into(self.workspace.language))
