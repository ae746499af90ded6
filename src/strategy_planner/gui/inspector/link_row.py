"""A link as a sentence, seen from the item at one of its ends."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu, QPushButton

from strategy_planner.analysis.wording import link_in_words
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.gui.inspector.reason import ReasonEditor
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model.naming import name_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link
from strategy_planner.model.texts import label, option_name, text_of
from strategy_planner.model.words import BASES, EVIDENCE

End = Literal["prerequisite", "dependent"]


class LinkRow(RecordRow):
    """Number of the other item, by which it is selected, the sentence, and its reason to write."""

    can_turn = True

    def __init__(self, workspace: Workspace, link_id: str, other: End) -> None:
        self._other = other
        self._go = QPushButton()
        self._go.setProperty("role", "link")
        self.reason = ReasonEditor(workspace, link_id)
        super().__init__(workspace, "link", link_id, without=(_this(other), "reason"))
        self._go.setParent(self)
        self.top.insertWidget(0, self._go)
        self.top.insertStretch(1, 1)
        self.top.removeWidget(self.name)
        self.column.insertWidget(1, self.name)
        self.reason.setParent(self)
        self.column.insertWidget(2, self.reason)
        self._go.clicked.connect(self._select_other)
        for part in (self.name, self.said):
            part.installEventFilter(self)

    def refresh(self) -> None:
        """Say the link as it now is."""
        plan, language = self.workspace.plan, self.workspace.language
        link = plan.links.get(self.record_id)
        if link is None:
            return
        other = plan.nodes[getattr(link, self._other)]
        name = label(plan, other.id, language)
        self._go.setText(other.number or self.workspace.tr("Item"))
        self._go.setAccessibleName(self.workspace.tr("Select {item}", item=name))
        self._go.setToolTip(as_tooltip(name))
        said = sentence(plan, link, self._other, language)
        self.reason.refresh()
        self.reason.call(said)
        self.show_words(_unfinished(plan, link, said, language), grounds(plan, link, language))
        self.call_buttons(said)

    def turn_to(self, record_id: str) -> None:
        """Become the row of another link at the same side of its item."""
        super().turn_to(record_id)
        self.reason.turn_to(record_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the sentence writes its reason, on what it rests on the evidence."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            if watched is self.said:
                self.unfold()
            place = self.form.editors["evidence"] if self.form and watched is self.said else None
            (place or self.reason).setFocus()
            return True
        return super().eventFilter(watched, event)

    def _fill(self, menu: QMenu) -> None:
        words = self.workspace.tr("Go to {number}", number=self._go.text())
        add_entry(menu, self.workspace.theme, words, self._select_other)
        write = self.workspace.tr("Write the reason")
        add_entry(menu, self.workspace.theme, write, self.reason.setFocus)
        menu.addSeparator()

    def _select_other(self) -> None:
        link = self.workspace.plan.links.get(self.record_id)
        if link is not None:
            self.workspace.select([getattr(link, self._other)])


def _this(other: End) -> End:
    return "dependent" if other == "prerequisite" else "prerequisite"


def sentence(plan: Plan, link: Link, other: End, language: str) -> str:
    """What a link says of the ``other`` item, for who stands at this one."""
    title = text_of(plan, plan.nodes[getattr(link, other)], "title", language) or ""
    said = _SAID[other]
    template = said.get(link.relation) or said[link.effective_type]
    words = Message(template.text, {"item": title})
    if link.lag:
        how = link_in_words(link.effective_type, parse_duration(link.lag, signed=True))
        words = message("{sentence} ({link})", sentence=words, link=how or "")
    return words.into(language)


def _unfinished(plan: Plan, link: Link, said: str, language: str) -> str:
    """The sentence up to its reason, which is written after it."""
    if text_of(plan, link, "reason", language):
        said = message("{sentence}, because:", sentence=said).into(language)
    return said


def grounds(plan: Plan, link: Link, language: str) -> str:
    """What the claim rests on: basis, evidence, assumption; and of which option it is part."""
    lines: list[Message] = []
    basis = BASES.get(link.basis)
    if basis:
        lines.append(message("Basis: {basis}", basis=basis))
    evidence = EVIDENCE.get(link.evidence)
    if evidence:
        lines.append(message("Evidence: {evidence}", evidence=evidence))
    if link.assumption:
        assumed = name_of(plan, link.assumption, language)
        lines.append(message("Assumes: {assumption}", assumption=assumed))
    if link.choice and link.option:
        lines.append(
            message(
                "Part of an option: {choice} / {option}",
                choice=text_of(plan, plan.choices[link.choice], "name", language) or "",
                option=option_name(plan, link.choice, link.option, language),
            )
        )
    return "\n".join(line.into(language) for line in lines)


_SAID: dict[End, dict[str, Message]] = {
    "prerequisite": {
        "FS": message("Begins after “{item}” is finished"),
        "SS": message("Begins after “{item}” has begun"),
        "FF": message("Ends after “{item}” is finished"),
        "SF": message("Ends after “{item}” has begun"),
        "contributes": message("“{item}” contributes to this"),
        "enables": message("“{item}” makes this possible"),
        "informs": message("“{item}” informs this"),
    },
    "dependent": {
        "FS": message("Needed for “{item}”, which begins after this is finished"),
        "SS": message("Needed for “{item}”, which begins after this has begun"),
        "FF": message("Needed for “{item}”, which ends after this is finished"),
        "SF": message("Needed for “{item}”, which ends after this has begun"),
        "contributes": message("This contributes to “{item}”"),
        "enables": message("This makes “{item}” possible"),
        "informs": message("This informs “{item}”"),
    },
}
