"""What a question shows: its words, its switch, what is known already, the answers so far."""

from dataclasses import replace

from strategy_planner.analysis.interview import walk
from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_coarse
from strategy_planner.gui.interview import answering, words
from strategy_planner.gui.interview.answer_rows import OBSTACLE, answer_rows, item_row
from strategy_planner.gui.interview.conduct import Conduct
from strategy_planner.gui.interview.question_page import QuestionPage
from strategy_planner.gui.interview.row import Row
from strategy_planner.gui.interview.side_rows import link_mark
from strategy_planner.model.answers import common_choice, requirements
from strategy_planner.model.reading import duration_in_words, meaning_of, read_duration
from strategy_planner.model.texts import label, text_of
from strategy_planner.model.words import NODE_KINDS


class Questioner:
    """Fills the page of a question, and listens to what is written on it."""

    def __init__(self, conduct: Conduct, page: QuestionPage) -> None:
        self._conduct, self._page = conduct, page
        self._workspace = conduct.workspace

    @property
    def text(self) -> str:
        """What is written in the field, without spare spaces."""
        return " ".join(self._page.field.line.text().split())

    def chosen_answer(self) -> str:
        """The id of the chosen answer, else of the one that was given last."""
        ids = [row.id for row in self._page.answers.shown if row.id]
        latest = self._conduct.latest
        last = latest if latest in ids else ids[-1] if ids else ""
        return self._page.answers.chosen or last

    def show(self, ends: OpenEnds, *, moved: bool) -> None:
        """The question where the interview stands; ``moved`` when it is another than before."""
        stand = self._conduct.stand
        if stand is None:
            return
        page = self._page
        if moved:
            page.field.line.clear()
            page.tell("")
        page.about.say(self._about(stand))
        page.lead.say(words.lead(self._workspace, stand))
        question = words.QUESTIONS[stand.question].into(self._workspace.language)
        page.question.say(question)
        self._show_switch(stand)
        page.field.line.setAccessibleName(f"{page.lead.accessibleName()} {question}")
        self._show_answers(stand)
        self._show_next(ends)
        self.listen()

    def listen(self) -> None:
        """Something else is written: what is there already, and what a date means."""
        stand, page = self._conduct.stand, self._page
        if stand is None:
            return
        plan, language = self._workspace.plan, self._workspace.language
        found = []
        if not self._conduct.rewritten:
            found = answering.suggestions(plan, stand, self.text, page.field.lit, language)
        page.suggest([self._known_row(id_) for id_ in found])
        page.known_words.setText(self._workspace.tr("Already in the plan"))
        page.known.setAccessibleName(page.known_words.text())
        if self._conduct.rewritten:
            page.tell(self._workspace.tr("Enter writes the answer again, Esc leaves it as it was."))
        else:
            page.tell(self._meaning(stand) if stand.question == "deadline" else "")

    def switch(self) -> None:
        """The switch was turned."""
        stand = self._conduct.stand
        if stand is not None:
            self._conduct.light(self._page.field.lit)
            self._show_switch(stand)
            self.listen()

    def choose(self, id_: str) -> None:
        """An answer was chosen with the pointer; the keyboard stays in the field."""
        self._page.answers.choose(id_)
        self._page.field.line.setFocus()

    def rewrite(self) -> None:
        """Put the title of the chosen answer into the field, to be written again."""
        stand, id_ = self._conduct.stand, self.chosen_answer()
        titles = {row.id: row.title for row in self._page.answers.shown}
        if stand is None or id_ not in titles or stand.question in {"purpose", "reason"}:
            return
        self._conduct.rewritten = id_
        self._page.field.line.setText(titles[id_])
        self._page.field.line.selectAll()
        self._page.field.line.setFocus()

    def step(self, by: int) -> None:
        """Choose among what is known already, else among the answers."""
        page = self._page
        (page.known if page.known_box.isVisible() else page.answers).step(by)

    def _about(self, stand: Stand) -> str:
        node = self._workspace.plan.nodes[stand.item]
        kind = NODE_KINDS[node.kind].into(self._workspace.language)
        return f"{kind}  {label(self._workspace.plan, stand.item, self._workspace.language)}"

    def _show_switch(self, stand: Stand) -> None:
        language, lit = self._workspace.language, self._conduct.lit()
        field = self._page.field
        field.show_options(
            tuple((code, words.OPTIONS[code].into(language)) for code in self._conduct.options()),
            lit,
        )
        field.line.setPlaceholderText(words.field_words(stand, lit).into(language))

    def _show_answers(self, stand: Stand) -> None:
        page, tr = self._page, self._workspace.tr
        rows = answer_rows(self._workspace, stand)
        page.answers.look_like("line" if stand.question == "deadline" else "card")
        page.answers.show_rows(rows, page.answers.chosen)
        heading = {
            "deadline": tr("Dates"),
            "purpose": tr("Needed for"),
            "reason": tr("It is about"),
            "remover": tr("Resolved by"),
        }.get(stand.question, tr("Answers so far"))
        page.answers_words.setText(heading if rows else "")
        page.answers.setAccessibleName(heading)
        page.answers_note.setText(self._note(stand, rows))

    def _note(self, stand: Stand, rows: list[Row]) -> str:
        """What is said of the answers together."""
        plan, tr = self._workspace.plan, self._workspace.tr
        if stand.question == "remover":
            owner = plan.organisations.get(plan.register[stand.subject or ""].owner or "")
            name = text_of(plan, owner, "name", self._workspace.language) if owner else None
            self._page.answers_words.setText(tr("Answer so far") if rows or name else "")
            return tr("Who: {owner}", owner=name) if name else ""
        choice = plan.choices.get(common_choice(plan, stand.item) or "")
        if stand.question not in {"means", "enough"} or choice is None:
            return ""
        if choice.effective_needed == 1:
            return tr("any one of these is enough")
        ways = {link.option for link in requirements(plan, stand.item)}
        return tr("{needed} of {count}", needed=choice.effective_needed, count=len(ways))

    def _show_next(self, ends: OpenEnds) -> None:
        conduct, tr = self._conduct, self._workspace.tr
        ahead = walk.go_on(conduct.interview, self._workspace.plan, ends).stand
        self._page.following.show_rows(
            [
                Row(
                    "next",
                    tr("Next: {question}", question=self._next_words(ahead)),
                    mark=link_mark,
                    right=tr("left empty"),
                    key="Enter",
                )
            ]
        )
        self._page.following.setAccessibleName(tr("Next question"))

    def _next_words(self, ahead: Stand | None) -> str:
        language, plan = self._workspace.language, self._workspace.plan
        if ahead is None:
            return self._workspace.tr("What is still open")
        question = words.QUESTIONS[ahead.question].into(language)
        here = self._conduct.stand
        if here is None or here.item == ahead.item:
            return question
        return self._workspace.tr(
            "{question} ({item})", question=question, item=label(plan, ahead.item, language)
        )

    def _known_row(self, id_: str) -> Row:
        workspace, tr = self._workspace, self._workspace.tr
        plan, language = workspace.plan, workspace.language
        if id_ in plan.nodes:
            row = item_row(workspace, id_)
        elif id_ in plan.register:
            row = Row(
                id_, text_of(plan, plan.register[id_], "title", language) or "", mark=OBSTACLE
            )
        else:
            row = Row(id_, text_of(plan, plan.organisations[id_], "name", language) or "")
        return replace(row, right=tr("Link it"), key="Tab")

    def _meaning(self, stand: Stand) -> str:
        """What a date or a duration means while it is written, or why it cannot be read."""
        if not self.text:
            return ""
        plan, language = self._workspace.plan, self._workspace.language
        try:
            side = answering.when(plan, stand.item, self.text, self._page.field.lit)
            if side == "duration":
                length = duration_in_words(read_duration(self.text), language)
                return self._workspace.tr("Duration: {duration}", duration=length)
            return show_coarse(
                meaning_of(self.text, plan.nodes[stand.item], plan.settings), language
            )
        except CalendarError as error:
            return error.message.into(language)
