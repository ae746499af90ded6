"""A list of records of one kind, each a row that unfolds, with a way to add one more."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message
from strategy_planner.model.changes import ChangeSet

Ids = Callable[[], Iterable[str]]
Row = Callable[[str], RecordRow]

_MOST_SPARE = 24


class RecordList(QWidget):
    """The records that ``ids`` tells, as rows; ``make`` is the edit that adds one."""

    def __init__(
        self,
        workspace: Workspace,
        ids: Ids,
        row: Row,
        parent: QWidget | None = None,
        *,
        make: Callable[[], ChangeSet] | None = None,
        add_words: Message | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.rows: dict[str, RecordRow] = {}
        self._ids, self._row, self._make = ids, row, make
        self._spare: list[RecordRow] = []
        """Hidden rows of earlier records, for those to come."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add = QPushButton(self)
        self.add.setProperty("role", "link")
        self.add.setVisible(make is not None)
        if add_words is not None:
            self.add.setText(add_words.into(workspace.language))
        self.add.clicked.connect(self.add_one)
        self._column.addWidget(self.add)
        workspace.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Rows of what is there now; rows that stay keep what is unfolded in them."""
        wanted = list(self._ids())
        free = [self.rows.pop(id_) for id_ in list(self.rows) if id_ not in wanted]
        free += self._spare
        self._spare = []
        for place, id_ in enumerate(wanted):
            if id_ not in self.rows:
                row = self.rows[id_] = self._row_for(id_, free)
                self._column.insertWidget(place, row)
                row.show()
            self.rows[id_].refresh()
        for row in free:
            row.hide()
            if len(self._spare) < _MOST_SPARE and row.can_turn:
                self._spare.append(row)
            else:
                row.deleteLater()

    def _row_for(self, id_: str, free: list[RecordRow]) -> RecordRow:
        """A row that was another record's, where it can turn: to make and style one takes longer."""
        for row in free:
            if row.can_turn:
                free.remove(row)
                self._column.removeWidget(row)
                row.turn_to(id_)
                return row
        return self._row(id_)

    def add_one(self) -> None:
        """Add a record, unfold it and go to its first field."""
        if self._make is None:
            return
        change_set = self._make()
        if not self.workspace.do(change_set):
            return
        self.go_to(change_set.changes[-1].id)

    def go_to(self, id_: str) -> None:
        """Unfold a record and go to its first field."""
        if id_ not in self.rows:
            return
        self.rows[id_].unfold()
        form = self.rows[id_].form
        if form is not None and form.editors:
            next(iter(form.editors.values())).setFocus()

    def _follow(self, change_set: ChangeSet) -> None:
        del change_set
        self.refresh()
