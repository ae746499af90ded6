"""The worst problem of an item, as a sentence in a frame."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from strategy_planner.analysis.finding import WEIGHTS, Finding
from strategy_planner.calendars.formatting import show_slack
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.marks import Severity, severity_mark

_COLOURS: dict[Severity, tuple[str, str]] = {
    "error": ("lateWeak", "late"),
    "warning": ("warnWeak", "warn"),
    "note": ("sunken", "line2"),
}


class FindingBanner(QFrame):
    """Octagon, triangle or diamond, and the sentence; gone where there is no problem."""

    def __init__(self, workspace: Workspace, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.node_id = workspace, node_id
        self.setObjectName("findingBanner")
        self._mark = _Mark(workspace, self)
        self.verdict = words("", "heading", self)
        self.sentence = words("", "entry", self)
        self.more = words("", "caption", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(9, 7, 9, 7)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._mark, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.verdict, 0, 1)
        grid.addWidget(self.sentence, 1, 1)
        grid.addWidget(self.more, 2, 1)
        workspace.analysed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def turn_to(self, node_id: str) -> None:
        """Tell of another item."""
        self.node_id = node_id
        self.refresh()

    def refresh(self) -> None:
        """The worst problem as it now is."""
        found = findings_of(self.workspace, self.node_id)
        self.setVisible(bool(found))
        if not found:
            return
        worst, language = found[0], self.workspace.language
        verdict = self._verdict()
        severity: Severity = "error" if verdict else worst.severity
        ground, edge = (self.workspace.theme.colour(token) for token in _COLOURS[severity])
        self.setStyleSheet(
            f"QFrame#findingBanner {{ background: {ground}; border: 1px solid {edge};"
            " border-radius: 6px; }"
        )
        self._mark.severity = severity
        self._mark.update()
        self.verdict.setText(verdict)
        self.verdict.setStyleSheet(f"color: {edge};")
        self.verdict.setVisible(bool(verdict))
        self.sentence.setText(worst.message.into(language))
        others = len(found) - 1
        self.more.setText(self.workspace.tr("{count} more in the problems list", count=others))
        self.more.setVisible(bool(others))

    def _verdict(self) -> str:
        """That the item is too late and by how much; empty for one in time."""
        dates = self.workspace.schedule.items.get(self.node_id)
        slack = dates.total_slack_days if dates else None
        if slack is None or slack >= 0:
            return ""
        shown = show_slack(slack, self.workspace.language)
        return self.workspace.tr("Not in time: {slack}", slack=shown)


def findings_of(workspace: Workspace, node_id: str) -> list[Finding]:
    """The problems that name an item: first what is wrong with itself, then the heaviest."""

    def place(finding: Finding) -> tuple[bool, int]:
        is_own = finding.items[0] == node_id and finding.severity != "note"
        return (not is_own, WEIGHTS[finding.severity])

    return sorted((f for f in workspace.findings if node_id in f.items), key=place)


class _Mark(QWidget):
    """The sign of how heavy the problem is."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.severity: Severity = "note"
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        paint = shape_painter(self._workspace.theme.scheme)
        paint.paint(painter, severity_mark(self.severity, 9.0, 9.0, 15.0))
        painter.end()
