"""A record as a row that unfolds into its form."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.naming import name_of, said_of
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits


class RecordRow(QFrame):
    """Name, what is said of it, and at the right: edit and delete."""

    unfolded = Signal(str, bool)
    can_turn = False
    """Whether it can become the row of another record."""

    def __init__(
        self, workspace: Workspace, record_name: str, record_id: str, without: Iterable[str] = ()
    ) -> None:
        super().__init__()
        self.workspace, self.record_name, self.record_id = workspace, record_name, record_id
        self.form: RecordForm | None = None
        self._without = tuple(without)
        self.setProperty("role", "card")
        self.name: QLabel | QPushButton = words("", "entry", self)
        self.said = words("", "caption", self)
        for text in (self.name, self.said):
            text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit = QToolButton(self)
        self.edit.setCheckable(True)
        self.edit.setProperty("role", "link")
        self.edit.setText(workspace.tr("Edit"))
        self.delete = QPushButton("×", self)
        self.delete.setProperty("role", "link")
        self.delete.setFixedWidth(24)
        self.edit.toggled.connect(self._fold)
        self.delete.clicked.connect(self.remove)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 5, 4, 5)
        self.column.setSpacing(2)
        self.top = QHBoxLayout()
        self.top.setSpacing(0)
        self.top.addWidget(self.name, 1)
        self.top.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.top.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self.top)
        self.column.addWidget(self.said)
        self.refresh()

    def refresh(self) -> None:
        """Name the record as it now is called."""
        name = name_of(self.workspace, self.record_id)
        self.show_words(name, said_of(self.workspace, self.record_name, self.record_id))
        self.call_buttons(name)

    def turn_to(self, record_id: str) -> None:
        """Become the row of another record of the same kind, folded."""
        self.record_id = record_id
        self.edit.setChecked(False)
        if self.form is not None:
            self.form.turn_to(record_id)

    def show_words(self, name: str, said: str) -> None:
        """The two texts of the row."""
        self.name.setText(name)
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def call_buttons(self, name: str) -> None:
        """What the buttons are called for those who hear them."""
        tr = self.workspace.tr
        self.edit.setAccessibleName(tr("Edit {item}", item=name))
        self.delete.setAccessibleName(tr("Delete {item}", item=name))
        self.delete.setToolTip(as_tooltip(tr("Delete {item}", item=name)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What its buttons do, in words; fields have a menu of their own."""
        menu, tr, theme = QMenu(self), self.workspace.tr, self.workspace.theme
        self._fill(menu)
        words = tr("Fold") if self.edit.isChecked() else tr("Edit")
        add_entry(menu, theme, words, self.edit.toggle, "pencil")
        select = partial(self.workspace.select, (self.record_id,))
        add_entry(menu, theme, tr("Show on its own"), select)
        menu.addSeparator()
        add_entry(menu, theme, tr("Delete"), self.remove, "trash-2")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _fill(self, menu: QMenu) -> None:
        """What a kind of row has before all else."""

    def remove(self) -> None:
        """Delete the record, which can be undone."""
        self.workspace.do(edits.delete(self.workspace.plan, [self.record_id]))

    def unfold(self) -> None:
        """Show the form."""
        self.edit.setChecked(True)

    def _fold(self, is_open: bool) -> None:
        if is_open and self.form is None:
            self.form = RecordForm(
                self.workspace, self.record_name, self.record_id, self, without=self._without
            )
            self.form.setContentsMargins(0, 4, 4, 4)
            self.column.addWidget(self.form)
        if self.form is not None:
            self.form.setVisible(is_open)
        self.unfolded.emit(self.record_id, is_open)
