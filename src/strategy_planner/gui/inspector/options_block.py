"""The options of a choice: how many of them are needed, what each is called and what it takes."""

from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui import choosing
from strategy_planner.gui.inspector.lines import LineInput
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import choices
from strategy_planner.model.choice_words import need_words
from strategy_planner.model.fields import Field
from strategy_planner.model.options import options_of
from strategy_planner.model.records import Link
from strategy_planner.model.texts import label, option_name


class OptionsBlock(QWidget):
    """A list to say how many are needed, and for each option its name and its items."""

    def __init__(self, workspace: Workspace, choice_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.choice_id = workspace, choice_id
        self.needed = PickList(workspace, self)
        self.needed.activated.connect(self._need)
        self.names: dict[str, LineInput] = {}
        """The field of each option's name."""
        self.dissolve = QPushButton(self)
        self.dissolve.setProperty("role", "link")
        self.dissolve.clicked.connect(lambda: choosing.dissolve(workspace, self.choice_id))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        self._shown: list[QWidget] = []
        self._heading = words("", "caption", self)
        self._heading.setBuddy(self.needed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(5)
        column.addWidget(self._heading)
        column.addWidget(self.needed)
        column.addLayout(self._rows)
        column.addWidget(self.dissolve)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the options as they now are."""
        plan, tr = self.workspace.plan, self.workspace.tr
        choice = plan.choices.get(self.choice_id)
        if choice is None:
            return
        options = options_of(plan.links.values()).get(choice.id, {})
        self._heading.setText(tr("How many are needed"))
        self.needed.setAccessibleName(tr("How many are needed"))
        self.needed.clear()
        for count in range(1, len(options) + 1):
            said = need_words(count, len(options), self.workspace.language)
            self.needed.addItem(tr("all {count}", count=count) if count == len(options) else said)
        self.needed.setCurrentIndex(choice.effective_needed - 1)
        self.needed.setEnabled(len(options) > 1)
        self.dissolve.setText(tr("Dissolve the choice"))
        self._show_options(options)

    def _show_options(self, options: dict[str, list[Link]]) -> None:
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown, self.names = [], {}
        for option, links in options.items():
            name = LineInput(self.workspace, Field("name", "text"), self)
            name.put(
                option_name(self.workspace.plan, self.choice_id, option, self.workspace.language)
            )
            name.setAccessibleName(self.workspace.tr("Name of the option"))
            name.decided.connect(partial(self._rename, option, name))
            name.given_up.connect(self.refresh)
            self.names[option] = name
            self._add(name)
            self._add(self._items(links))

    def _items(self, links: list[Link]) -> QLabel:
        plan, language = self.workspace.plan, self.workspace.language
        said = [label(plan, link.prerequisite, language) for link in links]
        return words("\n".join(said), "caption", self)

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._rows.addWidget(widget)

    def _need(self, index: int) -> None:
        choosing.need(self.workspace, self.choice_id, index + 1)
        self.refresh()

    def _rename(self, option: str, name: LineInput) -> None:
        plan, language = self.workspace.plan, self.workspace.language
        text = name.text()
        done = choosing.carry_out(
            self.workspace,
            lambda: choices.rename_option(plan, self.choice_id, option, text, language),
        )
        if not done:
            self.refresh()
