"""The plan that a window shows, with its undo stack, what follows from it and what is selected."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from strategy_planner.analysis.findings import Finding, Found, found_after, found_in
from strategy_planner.analysis.item_filter import EVERYTHING, ItemFilter, passing
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.language import say, system_language
from strategy_planner.layout.theme import Scheme, Theme, theme
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.drafts import draft_changes
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_changes import difference
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Drafting:
    """A what-if that is being tried: the plan without it, and the undo step it began at.

    ``draft`` is the id of the kept what-if that is gone on with, None for a new one.
    """

    name: str
    draft: str | None
    base: Plan
    base_schedule: Schedule
    begun_at: int


class Workspace(QObject):
    """One open plan. Every edit of every view passes `do`; every view listens here."""

    changed = Signal(object)
    """The ChangeSet that was just applied, by an edit, an undo or a redo."""
    analysed = Signal(object)
    """The Schedule of the plan as it now is; follows each `changed` and `replaced`."""
    replaced = Signal()
    """Another plan stands in the workspace: show everything anew."""
    selection_changed = Signal(tuple)
    """The ids of the selected records, the current one first."""
    refused = Signal(object)
    """The PlanError of an edit that the rules refused."""
    language_changed = Signal(str)
    theme_changed = Signal()
    drafting_changed = Signal()
    """A what-if was begun or left."""
    filter_changed = Signal()
    """Another filter is on, or other items pass it: `passing` says which."""

    def __init__(self, plan: Plan | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.drafting: Drafting | None = None
        """The what-if that the views show; what they show is then not the plan."""
        self.plan = plan or Plan()
        self.language = system_language()
        self.theme: Theme = theme("light")
        self.selection: tuple[str, ...] = ()
        self.filter: ItemFilter = EVERYTHING
        self.passing: frozenset[str] | None = None
        """The ids of the items that pass the filter; None while none is on."""
        self._made_since: set[str] = set()
        self._analyse()

    def open(self, plan: Plan) -> None:
        """Put another plan into the workspace; its undo stack begins empty."""
        self.plan = plan
        self.selection = ()
        was_drafting, self.drafting = self.drafting, None
        self._analyse()
        self.set_filter(EVERYTHING)
        # The last, for it tells everybody that there is nothing left to save.
        self.undo_stack.clear()
        if was_drafting:
            self.drafting_changed.emit()
        self.replaced.emit()
        self.analysed.emit(self.schedule)
        self.selection_changed.emit(self.selection)

    def do(self, change_set: ChangeSet) -> bool:
        """Apply an edit and make it undoable; False, and `refused`, where the rules refuse it."""
        if not change_set.changes:
            return True
        try:
            inverse = self.plan.apply(change_set)
        except PlanError as error:
            self.refused.emit(error)
            return False
        try:
            self._analyse(change_set)
        except PlanError as error:  # a computed date that no plan can hold (SEMANTICS 1.4)
            self.plan.apply(inverse)
            self.refused.emit(error)
            return False
        self.undo_stack.push(_Step(self, change_set, inverse))
        self._announce(change_set)
        return True

    def begin_draft(self, name: str, draft: str | None = None) -> None:
        """From now on edits are tried: they belong to a what-if, until it is left."""
        if self.drafting is not None:
            self.leave_draft()
        held = self.plan.drafts.get(draft or "")
        base, schedule_then = self.plan.copy(), self.schedule
        self.drafting = Drafting(name, draft, base, schedule_then, self.undo_stack.index())
        self.drafting_changed.emit()
        if held is not None:
            self.do(draft_changes(self.plan, held))

    def leave_draft(self) -> tuple[Change, ...]:
        """Show the plan as it is again; what was tried comes back as changes that are not made."""
        drafting = self.drafting
        if drafting is None:
            return ()
        tried = difference(drafting.base, self.plan)
        self.undo_stack.setIndex(drafting.begun_at)
        if self.undo_stack.canRedo():
            self._forget_what_was_undone()
        self.drafting = None
        self.drafting_changed.emit()
        return tried

    def _forget_what_was_undone(self) -> None:
        """So that nothing that was only tried can be made by Redo: Qt drops it for a new command,
        and does not keep one that is obsolete.
        """
        nothing = QUndoCommand()
        nothing.setObsolete(True)
        self.undo_stack.push(nothing)

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back; beyond its beginning a what-if takes nothing back."""
        begun_at = self.drafting.begun_at if self.drafting else 0
        return self.undo_stack.index() > begun_at

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self.undo_stack.undo()

    def did_last(self, change_set: ChangeSet) -> bool:
        """Whether this set is the last step that was done, and not one taken back."""
        last = self.undo_stack.command(self.undo_stack.index() - 1)
        return isinstance(last, _Step) and last.forward is change_set

    def select(self, ids: Iterable[str]) -> None:
        """Select these records on every view; ids that the plan does not have are left out."""
        chosen = tuple(id_ for id_ in dict.fromkeys(ids) if self.plan.find(id_) is not None)
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit(chosen)

    def set_filter(self, wanted: ItemFilter) -> None:
        """Let every view show, or stress, what passes ``wanted``."""
        if wanted != self.filter:
            self.filter = wanted
            self._made_since.clear()
            self._sift()
            self.filter_changed.emit()

    def is_stressed(self, node_id: str) -> bool:
        """Whether an item passes the filter; all do while none is on."""
        return self.passing is None or node_id in self.passing

    def tr(self, text: str, /, **values: object) -> str:  # type: ignore[override] # the catalogue, not Qt's
        """A text of the catalogue in the language of the window."""
        return say(text, self.language, **values)

    def set_language(self, language: str) -> None:
        """Show everything in ``ja`` or ``en``."""
        if language != self.language:
            self.language = language
            for index in range(self.undo_stack.count()):
                step = self.undo_stack.command(index)
                if isinstance(step, _Step):
                    step.setText(step.forward.label.into(language))
            self.language_changed.emit(language)

    def set_scheme(self, scheme: Scheme) -> None:
        """Show everything in the light or the dark scheme."""
        if scheme != self.theme.scheme:
            self.theme = theme(scheme)
            self.theme_changed.emit()

    def step(self, change_set: ChangeSet) -> None:
        """Apply one step of undo or redo; it cannot be refused, for it has been here before."""
        self.plan.apply(change_set)
        self._analyse(change_set)
        self._announce(change_set)

    def _announce(self, change_set: ChangeSet) -> None:
        passed = self.passing
        if passed is not None:
            # What is new is not lost from sight, whether it passes or not.
            self._made_since |= {one.id for one in change_set.changes if one.before is None}
            self._sift()
        self.changed.emit(change_set)
        self.analysed.emit(self.schedule)
        if self.passing != passed:
            self.filter_changed.emit()
        self.select(self.selection)

    def _sift(self) -> None:
        if self.filter.is_empty:
            self.passing = None
            return
        made = {id_ for id_ in self._made_since if id_ in self.plan.nodes}
        self.passing = passing(self.plan, self.schedule, self.filter) | made

    def _analyse(self, edit: ChangeSet | None = None) -> None:
        """Work out what follows from the plan: anew, or where an edit of it reaches."""
        if edit is None:
            self.schedule: Schedule = schedule(self.plan)
            self._found: Found = found_in(self.plan, self.schedule)
        else:
            self.schedule = rescheduled(self.schedule, self.plan, edit.changes)
            self._found = found_after(self._found, self.plan, self.schedule, edit.changes)
        self.findings: list[Finding] = self._found.every


class _Step(QUndoCommand):
    """An applied ChangeSet on Qt's undo stack, with the set that takes it back."""

    def __init__(self, workspace: Workspace, forward: ChangeSet, inverse: ChangeSet) -> None:
        super().__init__(forward.label.into(workspace.language))
        self._workspace = workspace
        self.forward = forward
        self._inverse = inverse
        self._stands = True

    def redo(self) -> None:
        """Apply the set, but for the push, at which it stands already."""
        if not self._stands:
            self._workspace.step(self.forward)
            self._stands = True

    def undo(self) -> None:
        """Take the set back."""
        self._workspace.step(self._inverse)
        self._stands = False
