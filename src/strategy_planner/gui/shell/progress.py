"""Work that takes its time: after 200 ms a bar with a way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from strategy_planner.gui.background import Task
from strategy_planner.gui.files.document import Document
from strategy_planner.gui.shell.foot import place_at_foot

PATIENCE_MS = 200
_WIDEST = 520


class WorkingNotice(QFrame):
    """What is being done, how far it is, and a button that stops it."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.setObjectName("notice")
        self.setProperty("kind", "done")
        self.words = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        self.stop.clicked.connect(self._cancel)
        document.working.connect(self._begin)
        document.rested.connect(self._end)
        self.hide()

    def place(self) -> None:
        """Stand at the foot of the window."""
        place_at_foot(self, _WIDEST)

    def follow(self, task: Task) -> None:
        """Tell of a piece of work until it ends."""
        task.finished.connect(self._end)
        task.failed.connect(self._end)
        task.stopped.connect(self._end)
        self._begin(task)

    def _begin(self, task: Task) -> None:
        self._task = task
        task.progressed.connect(self._advance)
        self.bar.setRange(0, 0)
        self._timer.start()

    def _advance(self, share: float) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(round(share * 100))

    def _appear(self) -> None:
        tr = self.document.workspace.tr
        self.words.setText(tr("Working…"))
        self.stop.setText(tr("Stop"))
        self.bar.setAccessibleName(tr("Progress"))
        self.place()
        self.show()
        self.raise_()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._timer.stop()
        self._task = None
        self.hide()
