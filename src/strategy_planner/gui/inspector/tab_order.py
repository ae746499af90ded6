"""The way of the Tab key through a page: as it is read, whatever was unfolded when."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_HIDDEN = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Hidden on purpose: when it is shown, the layout asks to be ordered anew."""


def order_tabs(page: QWidget) -> None:
    """Let Tab go through the page in the order of its layouts."""
    for here, after in pairwise(_stops(page)):
        QWidget.setTabOrder(here, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if widget.isHidden() and widget.testAttribute(_HIDDEN):
        return
    if layout is not None:
        yield from _stops_within(layout)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _stops_within(layout: QLayout) -> Iterator[QWidget]:
    for part in _parts(layout):
        yield from _stops(part) if isinstance(part, QWidget) else _stops_within(part)


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    """What a layout places, in its order.

    Its items are not asked for: Python would remember them by their address after Qt has deleted
    them, and take what later stands there for one of them.
    """
    holder = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    parts = [*(holder.findChildren(QWidget, options=direct) if holder else ()), *inner]
    placed = [(layout.indexOf(part), part) for part in parts]
    return [part for place, part in sorted(placed, key=_place) if place >= 0]


def _place(placed: tuple[int, QWidget | QLayout]) -> int:
    return placed[0]
