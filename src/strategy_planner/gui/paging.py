"""Another page in a scroll area, while the one before may still be in use."""

from PySide6.QtWidgets import QScrollArea, QWidget


def show_page(area: QScrollArea, page: QWidget) -> None:
    """Show a page instead of the one that is there, which goes once nobody uses it any more.

    Qt would delete it at once, even amid a click into one of its fields: leaving another field
    writes that, which may turn the page.
    """
    while before := area.takeWidget():
        # Taking it may have turned the page once more: its field that had the keyboard was written.
        before.setParent(area)
        before.hide()
        before.deleteLater()
    area.setWidget(page)
