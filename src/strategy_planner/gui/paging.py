"""Another page in a scroll area, while the one before may still be in use."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_LEAVING = "leaving"


def show_page(area: QScrollArea, page: QWidget) -> None:
    """Show a page instead of the one that is there, which goes once nobody uses it any more.

    Qt would delete it at once, even amid a click into one of its fields: leaving another field
    writes that, which may turn the page.
    """
    holder = area.widget() or _holder(area)
    column = holder.layout()
    assert column is not None  # noqa: S101 - every holder has one
    while (before := _shown(holder)) is not None:
        before.setProperty(_LEAVING, True)
        column.removeWidget(before)
        # This may turn the page once more: a field that loses the keyboard is written.
        before.hide()
        before.deleteLater()
    column.addWidget(page)
    page.show()
    column.activate()


def _holder(area: QScrollArea) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    area.setWidget(holder)
    return holder


def _shown(holder: QWidget) -> QWidget | None:
    only = Qt.FindChildOption.FindDirectChildrenOnly
    pages = holder.findChildren(QWidget, options=only)
    return next((page for page in pages if not page.property(_LEAVING)), None)
