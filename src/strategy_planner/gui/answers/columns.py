"""The columns of a page beside each other, with thin lines between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def side_by_side(parent: QWidget, *columns: tuple[QWidget, int]) -> QSplitter:
    """Widgets, each with its share of the width at first; none can be moved out of sight."""
    whole = QSplitter(Qt.Orientation.Horizontal, parent)
    for column, _ in columns:
        whole.addWidget(column)
    whole.setHandleWidth(1)
    whole.setChildrenCollapsible(False)
    whole.setSizes([share for _, share in columns])
    return whole
