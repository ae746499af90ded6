"""Ctrl+K: one field for every action, every item and every problem."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.finding.offers import (
    Offer,
    action_offers,
    chosen,
    item_offers,
    problem_offers,
)
from strategy_planner.gui.finding.overlay import Overlay
from strategy_planner.gui.finding.palette_model import PaletteModel
from strategy_planner.gui.finding.palette_row import PaletteRow
from strategy_planner.gui.workspace import Workspace

if TYPE_CHECKING:
    from strategy_planner.gui.shell.actions import Actions

_WIDE, _TOP, _FIELD, _MARGIN, _MOST = 640, 96, 48, 24, 460


class PaletteLine(ComposingLineEdit):
    """What is looked for; the arrows walk the rows below."""

    stepped = Signal(int)
    decided = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter does it; Escape is left to the card."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.decided.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Palette(Overlay):
    """The card at the top of the window, made when it is first asked for."""

    told = Signal(str)
    """Why what was chosen cannot be done."""

    def __init__(self, workspace: Workspace, actions: "Actions", parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self._actions = workspace, actions
        self.line, self.list = PaletteLine(self), QListView(self)
        self.empty = QLabel(self)
        self.model = PaletteModel(workspace, self)
        self._row = PaletteRow(self.model, self.list)
        self._plan_offers: list[Offer] | None = None
        self._offers: list[Offer] = []
        self._scale = 1.0
        self._arrange()
        self.line.textChanged.connect(self.refresh)
        self.line.stepped.connect(self.step)
        self.line.decided.connect(self.decide)
        self.list.clicked.connect(self._take)
        workspace.analysed.connect(self._forget)
        workspace.language_changed.connect(self._forget)

    def open_palette(self) -> None:
        """Ask."""
        tr = self.workspace.tr
        self.setAccessibleName(tr("Find an item or an action"))
        self.line.setPlaceholderText(tr("Find an item or an action"))
        self.line.setAccessibleName(tr("Find an item or an action"))
        self.list.setAccessibleName(tr("What fits"))
        self.empty.setText(tr("No action, item or problem is called so."))
        if self._plan_offers is None:
            self._plan_offers = [*item_offers(self.workspace), *problem_offers(self.workspace)]
        self._offers = [
            *action_offers(self._actions, self.workspace.language), *self._plan_offers
        ]  # fmt: skip
        self.line.clear()
        self.refresh()
        self.place()
        self.appear(self.line)

    def place(self) -> None:
        """640 wide, 96 under the top of the window."""
        window = self.parentWidget()
        if window is None:
            return
        wide = min(round(_WIDE * self._scale), window.width() - 2 * _MARGIN)
        rows = self.list.sizeHintForRow(0) if self.model.rows else 0
        wanted = sum(self.list.sizeHintForRow(row) for row in range(len(self.model.rows)))
        room = window.height() - _TOP - _MARGIN
        high = min(
            room, round(_MOST * self._scale), self.line.height() + max(wanted, 2 * rows) + 18
        )
        self.resize(wide, max(high, self.line.height() + round(64 * self._scale)))
        self.move((window.width() - wide) // 2, _TOP)

    def set_text_scale(self, scale: float) -> None:
        """Field and rows larger or smaller."""
        self._scale = self._row.text_scale = scale
        self.line.setFixedHeight(round(_FIELD * scale))

    def refresh(self) -> None:
        """The offers that fit what is written; the first of them is chosen."""
        query = self.line.text()
        self.model.show_offers(query, chosen(self._offers, query))
        self.empty.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))
        self._go(self.model.next_row(-1, 1))
        if self.isVisible():
            self.place()

    def step(self, by: int) -> None:
        """Walk the offers."""
        self._go(self.model.next_row(self.list.currentIndex().row(), by))

    def decide(self) -> None:
        """Do what is chosen, or say why that cannot be done."""
        offer = self.model.offer_at(self.list.currentIndex().row())
        if offer is None:
            return
        if offer.lacking:
            self.told.emit(offer.lacking)
            return
        self.disappear()
        offer.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        return super().eventFilter(watched, event)

    def _go(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if row == 1:
            self.list.scrollToTop()
        elif row >= 0:
            self.list.scrollTo(index)

    def _take(self, index: QModelIndex) -> None:
        if self.model.offer_at(index.row()) is not None:
            self._go(index.row())
            self.decide()

    def _forget(self) -> None:
        self._plan_offers = None

    def _arrange(self) -> None:
        self.line.setObjectName("palette")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.set_text_scale(1.0)
