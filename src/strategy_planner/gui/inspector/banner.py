"""The worst problem of an item, as a sentence in a frame."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from strategy_planner.analysis.finding import WEIGHTS, Finding
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.calendars.formatting import show_slack
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.layout.marks import Severity, severity_mark

_COLOURS: dict[Severity, tuple[str, str]] = {
    "error": ("lateWeak", "late"),
    "warning": ("warnWeak", "warn"),
    "note": ("sunken", "line2"),
}
_OWN = frozenset({"item_late", "limit_missed", "target_late"})
"""Rules that say nothing but that the item comes after it is needed."""


class FindingBanner(QFrame):
    """Octagon, triangle or diamond, and the sentence; gone where there is no problem."""

    def __init__(self, workspace: Workspace, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.node_id = workspace, node_id
        self.setObjectName("findingBanner")
        self._mark = _Mark(workspace, self)
        self._head = QWidget(self)
        self.verdict = words("", "heading", self._head)
        self.amount = words("", "heading", self._head)
        self.sentence = words("", "entry", self)
        self.more = words("", "caption", self)
        self._arrange()
        workspace.analysed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def _arrange(self) -> None:
        head = FlowLayout(self._head, spacing=10)
        for part in (self.verdict, self.amount):
            part.setWordWrap(False)
            head.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self.sentence)
        column.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 7, 9, 7)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

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
        amount = self._amount()
        severity: Severity = "error" if amount else worst.severity
        ground, edge = (self.workspace.theme.colour(token) for token in _COLOURS[severity])
        self.setStyleSheet(
            f"QFrame#findingBanner {{ background: {ground}; border: 1px solid {edge};"
            " border-radius: 6px; }"
        )
        self._mark.severity = severity
        self._mark.fit(self.fontMetrics().height())
        self.verdict.setText(self.workspace.tr("Not in time"))
        self.amount.setText(amount)
        for part in (self.verdict, self.amount):
            part.setStyleSheet(f"color: {edge};")
        self._head.setVisible(bool(amount))
        is_own = worst.rule in _OWN and worst.items[0] == self.node_id
        own = self._own_lateness() if is_own else ""
        self.sentence.setText(own or worst.message.into(language))
        others = len(found) - 1
        self.more.setText(self.workspace.tr("{count} more in the problems list", count=others))
        self.more.setVisible(bool(others))

    def _amount(self) -> str:
        """By how much the item is too late; empty for one in time."""
        dates = self.workspace.schedule.items.get(self.node_id)
        slack = dates.total_slack_days if dates else None
        if slack is None or slack >= 0:
            return ""
        return show_slack(slack, self.workspace.language)

    def _own_lateness(self) -> str:
        """Both dates without the item's name, which stands above."""
        plan, schedule = self.workspace.plan, self.workspace.schedule
        early = early_last_day(plan, schedule, self.node_id)
        late = late_last_day(plan, schedule, self.node_id)
        slack = schedule.items[self.node_id].total_slack_days
        if early is None or late is None or slack is None:
            return ""
        return message(
            "Finished on {day} at the earliest. Needed by {last} ({days} days over).",
            day=early, last=late, days=f"{-slack:,}",
        ).into(self.workspace.language)  # fmt: skip


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
        self.fit(18)

    def fit(self, height: int) -> None:
        """Be as large as the words beside it."""
        self.setFixedSize(height, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        paint = shape_painter(self._workspace.theme.scheme)
        half = self.width() / 2
        paint.paint(painter, severity_mark(self.severity, half, half, half * 1.66))
        painter.end()
