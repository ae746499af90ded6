"""How the interview is led: each answer becomes one edit of the plan, and leads on from there."""

from strategy_planner.analysis.interview import walk
from strategy_planner.analysis.interview.open_ends import OpenEnds, open_ends
from strategy_planner.analysis.interview.walk import Interview, Stand
from strategy_planner.gui.inspector.field_editor import attempt
from strategy_planner.gui.interview import answering
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import answers, edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError

_ONE_ANSWER = {"purpose", "reason"}
"""Questions that have one answer, after which the next one is asked."""


class Conduct:
    """Where the interview stands, and what each gesture of the operator makes of it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.interview = Interview(None)
        self.latest = ""
        """The id of the answer that was given last, or chosen."""
        self.rewritten = ""
        """The id of the answer whose title is being written again; empty where none is."""
        self._lit: dict[Stand, str] = {}
        self._findings = workspace.findings
        self._ends = open_ends(workspace.plan, self._findings)

    @property
    def stand(self) -> Stand | None:
        """The question that is asked; None where all are done."""
        return self.interview.stand

    @property
    def ends(self) -> OpenEnds:
        """What is open in the plan as it now is."""
        if self._findings is not self.workspace.findings:
            self._findings = self.workspace.findings
            self._ends = open_ends(self.workspace.plan, self._findings)
        return self._ends

    def begin(self, selected: str | None) -> None:
        """Stand on the selected item, or where the plan has no means yet."""
        self._lit.clear()
        self.interview = walk.begin(self.workspace.plan, self.ends, selected)

    def follow_plan(self) -> None:
        """The plan changed: stand on the last question that still stands."""
        self.interview = walk.settled(self.interview, self.workspace.plan, self.ends)

    def options(self) -> tuple[str, ...]:
        """What the switch offers at this question."""
        return answering.options(self.workspace.plan, self.stand) if self.stand else ()

    def lit(self) -> str:
        """Which option holds: what the operator chose at this question, else the usual one."""
        if self.stand is None:
            return ""
        return self._lit.get(self.stand) or answering.first_option(self.workspace.plan, self.stand)

    def light(self, option: str) -> None:
        """Let an option hold at this question."""
        if self.stand is not None:
            self._lit[self.stand] = option

    def answer(self, text: str) -> PlanError | None:
        """Keep what was written as an answer; the refusal where it cannot be kept."""
        stand, plan = self.stand, self.workspace.plan
        if stand is None:
            return None
        if self.rewritten:
            id_, self.rewritten = self.rewritten, ""
            made = answers.rewrite(plan, id_, text, self.workspace.language)
            return attempt(self.workspace, made)
        try:
            known = answering.same_name(plan, stand, text, self.lit())
            if known is not None:
                made = answering.take(plan, stand, known, self.lit())
            else:
                made = answering.write(plan, stand, text, self.lit())
        except PlanError as error:
            return error
        return self._keep(stand, made, known)

    def link(self, id_: str) -> PlanError | None:
        """Keep a record of the plan as an answer; the refusal where it cannot be one."""
        stand = self.stand
        if stand is None:
            return None
        try:
            made = answering.take(self.workspace.plan, stand, id_, self.lit())
        except PlanError as error:
            return error
        return self._keep(stand, made, id_)

    def _keep(self, stand: Stand, made: ChangeSet, known: str | None) -> PlanError | None:
        refusal = attempt(self.workspace, made)
        if refusal is not None:
            return refusal
        if stand.question == "remover":
            self._lit[stand] = "action" if self.lit() == "owner" else self.lit()
        self.latest = known or (made.changes[0].id if made.changes else "")
        if stand.question in _ONE_ANSWER:
            self.go_on()
        return None

    def pass_on(self) -> PlanError | None:
        """Nothing more is written: say whether it is enough where that is asked, and go on."""
        if self.stand is not None and self.stand.question == "enough":
            said = edits.set_fields(
                self.workspace.plan, "node", self.stand.item, sufficiency=self.lit()
            )
            refusal = attempt(self.workspace, said)
            if refusal is not None:
                return refusal
        self.go_on()
        return None

    def go_on(self) -> None:
        """The next question."""
        self._move(walk.go_on(self.interview, self.workspace.plan, self.ends))

    def go_back(self) -> None:
        """The question before."""
        self._move(walk.go_back(self.interview))

    def go_deeper(self, id_: str) -> None:
        """What must be true before this answer?"""
        if id_ in self.workspace.plan.nodes:
            self._move(walk.go_deeper(self.interview, id_))

    def turn_to(self, stand: Stand) -> None:
        """Take up another question."""
        self._move(walk.turn_to(self.interview, stand))

    def end(self) -> None:
        """Come to what is still open."""
        self._move(walk.end(self.interview))

    def ask_reason(self, id_: str) -> None:
        """Why is this answer needed?"""
        link = self._link_to(id_)
        if link is not None:
            self._move(walk.ask_reason(self.interview, self.workspace.plan, link))

    def switch_alternatives(self, id_: str) -> PlanError | None:
        """Make the chosen answer one of several ways, or needed again.

        Without a chosen one all answers: any one is enough, any two, and so on, then all again.
        """
        stand, plan = self.stand, self.workspace.plan
        if stand is None or stand.question not in {"means", "enough"}:
            return None
        chosen = self._link_to(id_)
        if chosen is None:
            return attempt(self.workspace, answers.need_one_more(plan, stand.item))
        verb = answers.need_each if plan.links[chosen].choice else answers.make_alternatives
        return attempt(self.workspace, verb(plan, stand.item, [chosen]))

    def _link_to(self, id_: str) -> str | None:
        """The link by which an answer is required where the interview stands."""
        if self.stand is None:
            return None
        links = answers.requirements(self.workspace.plan, self.stand.item)
        return next((link.id for link in links if link.prerequisite == id_), None)

    def _move(self, interview: Interview) -> None:
        if interview.stand != self.interview.stand:
            self.latest = self.rewritten = ""
        self.interview = interview
