"""The what-ifs beside the plan as it is: a column for each, a row for each promise."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.analysis.what_if import Reached, Standing
from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.gui.answers.drafts.answer import SAMPLES, TRIED
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.naming import name_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of

_NARROWEST = 130


class Comparison(QTableWidget):
    """Choosing a column chooses its what-if."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._standings: Sequence[Standing] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemSelectionChanged.connect(self.chosen)

    @property
    def draft(self) -> str | None:
        """The kept what-if of the chosen column; None for the plan itself."""
        return self.standing.draft if self.standing else None

    @property
    def standing(self) -> Standing | None:
        """Where the chosen column stands."""
        column = self.currentColumn() - 1
        return self._standings[column] if 0 <= column < len(self._standings) else None

    def compare(self, plan: Plan, standings: Sequence[Standing]) -> None:
        """Show where each of them stands; the chosen what-if stays chosen, at first the last."""
        chosen, last = self.draft, standings[-1].draft
        self._standings = standings
        targets = list(dict.fromkeys(id_ for one in standings for id_ in one.targets))
        language, tr = self._workspace.language, self._workspace.tr
        self.blockSignals(True)
        self.clearContents()
        self.setColumnCount(1 + len(standings))
        self.setRowCount(2 * len(targets) + 2)
        self.setHorizontalHeaderLabels(["", *(self._head(plan, one) for one in standings)])
        chances = [tr("Chance of {item} in time", item=_number(plan, id_)) for id_ in targets]
        names = [name_of(plan, id_, language) for id_ in targets]
        for row, name in enumerate((*names, *chances, tr("Late items"), tr("Cost"))):
            cell = _cell(name)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, 0, cell)
        for column, one in enumerate(standings, 1):
            for row, cell in enumerate(self._cells(plan, one, targets)):
                self.setItem(row, column, cell)
            if one.draft is not None and one.draft == (chosen or last):
                self.setCurrentCell(0, column)
        self.blockSignals(False)

    def _head(self, plan: Plan, one: Standing) -> str:
        tr = self._workspace.tr
        if one.draft is None:
            return tr("The plan as it is")
        if one.draft == TRIED:
            drafting = self._workspace.drafting
            return tr("{name} (being tried)", name=drafting.name if drafting else "")
        draft = plan.drafts.get(one.draft)
        return (draft.name if draft else None) or tr("What-if")

    def _cells(self, plan: Plan, one: Standing, targets: Sequence[str]) -> "list[QTableWidgetItem]":
        language, tr = self._workspace.language, self._workspace.tr
        if one.refusal is not None:
            return [_cell(one.refusal.into(language))]
        reached = [one.targets.get(id_) for id_ in targets]
        dates = [self._date(found) for found in reached]
        chances = [_cell(self._chance(found)) for found in reached]
        late = message_plural("{count} item", "{count} items", len(one.late)).into(language)
        unit = text_of(plan, plan.settings, "money_unit", language)
        cost = tr("to be set") if one.cost is None else f"{one.cost:,} {unit}".strip()
        return [*dates, *chances, _cell(late), _cell(cost)]

    def _date(self, found: Reached | None) -> QTableWidgetItem:
        language, tr = self._workspace.language, self._workspace.tr
        if found is None:
            return _cell("—")
        if not found.has_chain:
            return _cell(tr("No chain leads here yet"))
        if found.last_day is None:
            return self._bad(_cell(tr("cannot come")))
        day = show_day(found.last_day, language)
        if found.slack_days is None:
            return _cell(day)
        cell = _cell(f"{day}\n{show_slack(found.slack_days, language)}")
        return self._bad(cell) if found.slack_days < 0 else cell

    def _bad(self, cell: QTableWidgetItem) -> QTableWidgetItem:
        cell.setForeground(QColor(self._workspace.theme.colour("late")))
        return cell

    def _chance(self, found: Reached | None) -> str:
        if found is not None and not (found.estimated and found.has_chain):
            return self._workspace.tr("not estimated")
        if found is None or found.chance is None:
            return "…" if found else "—"
        return shown_chance(found.chance, SAMPLES)


def _number(plan: Plan, id_: str) -> str:
    node = plan.nodes.get(id_)
    return (node.number if node else None) or id_


def _cell(text: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return cell
