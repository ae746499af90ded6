"""The inspector of one item, from its number down to its last field."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.banner import FindingBanner
from strategy_planner.gui.inspector.dates_block import DatesBlock
from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.gate_form import GateForm
from strategy_planner.gui.inspector.history_block import HistoryBlock, Past
from strategy_planner.gui.inspector.links_block import LinksBlock
from strategy_planner.gui.inspector.people_form import PeopleForm
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.related import PARTS, Part, related_list
from strategy_planner.gui.inspector.sections import Build, FoldSection, Memory, rule
from strategy_planner.gui.inspector.translations import TranslationsBlock
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.tracks import track_colours, track_token
from strategy_planner.model.texts import text_of
from strategy_planner.model.words import NODE_KINDS

GROUPS: tuple[tuple[str, Message, tuple[str, ...], bool], ...] = (
    ("people", message("Owner and progress"),
     ("owner", "status", "progress", "actual_start", "actual_finish"), True),
    ("texts", message("Texts and source"),
     ("short", "description", "source", "notes"), False),
    ("dates", message("Dates and limits"),
     ("date_read_on", "target", "not_before", "not_after", "gate"), False),
    ("duration", message("Range of the duration"),
     ("optimistic", "pessimistic", "success"), False),
    ("money", message("Money"), ("cost", "budget"), False),
    ("classes", message("Classification"),
     ("number", "kind", "track", "parent", "change_type", "sufficiency", "tags", "pin"), False),
)  # fmt: skip
"""The foldable groups of an item's fields: key, heading, fields, whether open at first."""


class NodePage(QWidget):
    """Everything about one item; each part follows the plan by itself."""

    def __init__(
        self,
        workspace: Workspace,
        node_id: str,
        memory: Memory,
        parent: QWidget | None = None,
        *,
        past: Past = tuple,
    ) -> None:
        super().__init__(parent)
        self.workspace, self.node_id, self._memory = workspace, node_id, memory
        self.sections: dict[str, FoldSection] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 12, 16)
        self._column.setSpacing(10)
        self._head()
        self.title = RecordForm(workspace, "node", node_id, self, only=("title",))
        self.banner = FindingBanner(workspace, node_id, self)
        self.dates = DatesBlock(workspace, node_id, self)
        self.needs = LinksBlock(workspace, node_id, "prerequisite", self)
        self.needed_by = LinksBlock(workspace, node_id, "dependent", self)
        for part in (self.title, self.banner, self.dates, rule(self), self.needs, self.needed_by):
            self._column.addWidget(part)
        for key, heading, fields, is_open in GROUPS:
            self._section(key, heading, self._form_of(fields), is_open=is_open)
        for related in PARTS:
            self._related(related)
        self._section(
            "translations", message("Translations"),
            lambda parent: TranslationsBlock(workspace, "node", self.node_id, parent),
        )  # fmt: skip
        self._section(
            "history", message("History"),
            lambda parent: HistoryBlock(workspace, self.node_id, past, parent),
        )  # fmt: skip
        self._column.addStretch(1)
        workspace.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def turn_to(self, node_id: str) -> None:
        """Show another item in the same widgets: building and styling new ones takes longer."""
        self.node_id = node_id
        for part in (self.title, self.banner, self.dates, self.needs, self.needed_by):
            part.turn_to(node_id)
        for section in self.sections.values():
            section.renew(self._turn)
        self.refresh()

    def _turn(self, body: QWidget) -> bool:
        if not isinstance(body, RecordForm | HistoryBlock):
            return False
        body.turn_to(self.node_id)
        return True

    def part(self, name: str) -> QWidget | None:
        """Where a link is added (``needs``, ``needed_by``) or a field is written; unfolds it."""
        links = {"needs": self.needs, "needed_by": self.needed_by}
        if name in links:
            return links[name].line
        for form in (self.title, self.dates.form):
            if name in form.editors:
                return form.editors[name]
        for key, _, fields, _ in GROUPS:
            if name in fields:
                self.sections[key].unfold()
                body = self.sections[key].body
                return body.editors[name] if isinstance(body, RecordForm) else None
        return None

    def row_of(self, record_id: str) -> QWidget | None:
        """The row of a record that belongs to the item, unfolded with its list."""
        found = self.workspace.plan.find(record_id)
        section = self.sections.get(found[0]) if found else None
        if section is None:
            return None
        section.unfold()
        row = section.body.rows.get(record_id) if isinstance(section.body, RecordList) else None
        if row is not None:
            row.unfold()
        return row

    def refresh(self) -> None:
        """Number, kind, track, and how many records each list has."""
        plan, language = self.workspace.plan, self.workspace.language
        node = plan.nodes.get(self.node_id)
        if node is None:
            return
        self.number.setText(node.number or "")
        self.kind.setText(NODE_KINDS[node.kind].into(language))
        track = plan.tracks.get(node.track or "")
        name = text_of(plan, track, "name", language) if track else None
        self.track.setText(name or "")
        self.track.setVisible(bool(name))
        colour, number = self.workspace.theme.colour, track_colours(plan)[node.track]
        ground, edge = (colour(track_token(number, part)) for part in ("tint", "edge"))
        self.track.setStyleSheet(
            f"background: {ground}; color: {colour('ink')}; border: 1px solid {edge};"
        )
        for record, heading, _, ids in PARTS:
            count = len(list(ids(plan, self.node_id)))
            words = heading.into(language)
            self.sections[record].head.setText(f"{words} {count}" if count else words)

    def _head(self) -> None:
        self.number, self.kind, self.track = QLabel(self), QLabel(self), QLabel(self)
        self.number.setProperty("role", "number")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.number)
        for chip in (self.kind, self.track):
            chip.setProperty("role", "chip")
            row.addWidget(chip)
        row.addStretch(1)
        self._column.addLayout(row)

    def _form_of(self, fields: tuple[str, ...]) -> Build:
        def build(parent: QWidget) -> QWidget:
            if "owner" in fields:
                return PeopleForm(self.workspace, self.node_id, parent, only=fields)
            if "gate" in fields:
                return GateForm(self.workspace, self.node_id, parent, only=fields)
            return RecordForm(self.workspace, "node", self.node_id, parent, only=fields)

        return build

    def _related(self, part: Part) -> None:
        self._section(
            part[0], part[1],
            lambda parent: related_list(self.workspace, part, self.node_id, parent),
        )  # fmt: skip

    def _section(self, key: str, heading: Message, build: Build, *, is_open: bool = False) -> None:
        words = heading.into(self.workspace.language)
        section = FoldSection(words, build, f"node {key}", self._memory, self, is_open=is_open)
        self.sections[key] = section
        self._column.addWidget(section)
