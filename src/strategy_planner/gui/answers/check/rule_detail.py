"""One rule: why it matters, what it finds, its fix, and switching it off with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from strategy_planner.analysis.quality.check import Outcome, Quality
from strategy_planner.analysis.quality.mending import mend
from strategy_planner.analysis.quality.rule import Case
from strategy_planner.gui.answers.check.reason_line import ReasonLine
from strategy_planner.gui.answers.check.ways import part_after, part_of
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.item_link import item_link
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.rules_off import switch_rule_off

_MOST = 60
"""More findings of one rule are counted, not listed."""
_MORE = -1
_LIST = 72
_IN_TABLE = "change_not_covered"
_REPAIRS = "late"
"""The page of the repairs, to which some problems lead."""


class RuleDetail(QWidget):
    """Choosing a finding selects its record; the fix is one edit, or goes to the field to write."""

    acted = Signal(str)
    """The part of the inspector, or the panel, in which the chosen finding is answered."""
    done = Signal(object)
    """The label of what was done."""
    table_wanted = Signal()
    """What is missing is seen in the table of who changes what."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.outcome: Outcome | None = None
        self.title = words("", "heading", self)
        self.why = words("", "entry", self)
        self.limit = words("", "caption", self)
        self.list = SentenceList(workspace, self)
        self.links = QWidget(self)
        self.fix = QPushButton(self)
        self.ask_off = QPushButton(self)
        self.reason = ReasonLine(workspace, self)
        self._arrange()
        self.list.chosen.connect(self._choose)
        self.fix.clicked.connect(self._fix)
        self.ask_off.clicked.connect(self._ask_reason)
        self.reason.given.connect(self._switch_off)
        self.reason.given_up.connect(self._ask_no_more)

    def _arrange(self) -> None:
        self.fix.setProperty("primary", True)
        self.ask_off.setProperty("role", "link")
        self._link_row = FlowLayout(self.links)
        self._gap = QWidget(self)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.fix)
        foot.addStretch(1)
        foot.addWidget(self.ask_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for label in (self.title, self.why, self.limit):
            column.addWidget(label)
        # As high as there is room for: what is around the detail scrolls where there is too little.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self.list, 1)
        column.addWidget(self._gap, 1)
        for part in (self.links, self._foot, self.reason):
            column.addWidget(part)
        self._ask_no_more()

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.list.set_text_scale(scale)
        self.list.setMinimumHeight(round(_LIST * scale))

    def name(self) -> None:
        """The words, in the language of the window."""
        tr = self.workspace.tr
        self.list.setAccessibleName(tr("What the rule finds"))
        self.ask_off.setText(tr("Switch the rule off…"))
        self.reason.name()

    def show_outcome(self, quality: Quality | None, outcome: Outcome | None) -> None:
        """What a rule finds; the chosen finding stays chosen while it is there."""
        if outcome is None or self.outcome is None or outcome.rule.name != self.outcome.rule.name:
            self._ask_no_more()
            self.list.clear()
        self.outcome = outcome
        if quality is None or outcome is None:
            return
        rule, language = outcome.rule, self.workspace.language
        self.title.setText(rule.title.into(language))
        self.why.setText(rule.why.into(language))
        self.limit.setText(self._limit(outcome))
        self.list.setVisible(not self.is_told_elsewhere)
        self._gap.setVisible(self.is_told_elsewhere)
        self.list.tell(self._sentences(outcome.failing))
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_case()

    @property
    def is_told_elsewhere(self) -> bool:
        """What is wrong with dates now stands under the problems, and is not told twice."""
        return self.outcome is not None and self.outcome.rule.theme == "dates"

    @property
    def _is_in_table(self) -> bool:
        return self.outcome is not None and self.outcome.rule.name == _IN_TABLE

    def grow_old(self) -> None:
        """The plan is another one: what was found before may not be mended any more."""
        self.fix.setEnabled(False)

    def _limit(self, outcome: Outcome) -> str:
        tr = self.workspace.tr
        if self.is_told_elsewhere:
            return tr("{count} found. The problems tell of each by how many days, and why.",
                      count=len(outcome.failing))  # fmt: skip
        count = tr("{failing} of {checked}", failing=len(outcome.failing), checked=outcome.checked)
        if not outcome.rule.limit:
            return tr("{count}; none may fail.", count=count)
        return tr("{count}; up to {share} % may fail.", count=count,
                  share=f"{100 * outcome.rule.limit:.0f}")  # fmt: skip

    def _sentences(self, cases: tuple[Case, ...]) -> list[Sentence]:
        language = self.workspace.language
        rows = [
            Sentence(said.into(language), items or said.text)
            for items, said in cases[:_MOST]
            if said is not None
        ]
        if len(cases) > _MOST:
            more = message_plural("and {count} more", "and {count} more", len(cases) - _MOST)
            rows.append(Sentence(more.into(language), _MORE))
        return rows

    @property
    def records(self) -> tuple[str, ...]:
        """The records of the chosen finding; none where it is about the whole plan."""
        key = self.list.current_key()
        return key if isinstance(key, tuple) else ()

    def _choose(self) -> None:
        self.workspace.select(self.records[:1])
        self._show_case()

    def _show_case(self) -> None:
        if self.outcome is None:
            return
        tr, rule = self.workspace.tr, self.outcome.rule
        self._link_items()
        offer = rule.fix.into(self.workspace.language) if rule.fix else tr("To the item")
        if self.is_told_elsewhere:
            offer = tr("Repairs") if part_of(rule.name) == _REPAIRS else tr("To the problems")
        if self._is_in_table:
            offer = tr("See the table")
        self.fix.setText(offer)
        is_row = self.list.current_key() != _MORE
        self.fix.setEnabled(is_row)
        can_go = bool(self.records) or self.is_told_elsewhere or self._is_in_table
        self.fix.setVisible(can_go or self._mending() is not None)

    def _link_items(self) -> None:
        """The other items that a finding names, each as a way to it."""
        for button in self.links.findChildren(QPushButton):
            button.hide()
            button.deleteLater()
        nodes = self.workspace.plan.nodes
        ids = [id_ for id_ in self.records if id_ in nodes]
        is_needed = len(self.records) > 1 and not self.is_told_elsewhere
        for id_ in ids if is_needed else ():
            self._link_row.addWidget(item_link(self.workspace, id_, self.links))
        self.links.setVisible(is_needed and bool(ids))

    def _mending(self) -> ChangeSet | None:
        plan = self.workspace.plan
        known = all(plan.find(id_) is not None for id_ in self.records)
        return mend(plan, self.outcome.rule.name, self.records) if self.outcome and known else None

    def _fix(self) -> None:
        if self.outcome is None:
            return
        if self._is_in_table:
            self.table_wanted.emit()
            return
        records, rule = self.records, self.outcome.rule.name
        if self.is_told_elsewhere:
            self.acted.emit(_REPAIRS if part_of(rule) == _REPAIRS else "problems")
            return
        change_set = mend(self.workspace.plan, rule, records)
        if change_set is None:
            self.workspace.select(records[:1])
            self.acted.emit(part_of(rule))
        elif self.workspace.do(change_set):
            self.done.emit(change_set.label)
            new = part_after(change_set)
            if new is not None:
                self.workspace.select(new[:1])
                self.acted.emit(new[1])

    def _ask_reason(self) -> None:
        self._foot.hide()
        self.reason.ask()

    def _ask_no_more(self) -> None:
        self.reason.hide()
        self._foot.show()

    def _switch_off(self, reason: str) -> None:
        if self.outcome is None:
            return
        rule = self.outcome.rule
        change_set = switch_rule_off(self.workspace.plan, rule.name, reason, rule.title)
        if self.workspace.do(change_set):
            self.done.emit(change_set.label)
        self._ask_no_more()
