"""What a picture paints, as children for assistive technology: each stop a sentence, with focus.

A screen reader knows widgets only. Here each item of a picture becomes a child of the picture's
accessible object, found, spoken and followed like the lines of a list. See Qt's QAccessible and
the roles list and list item of WAI-ARIA 1.2.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

_NONE = cast("QAccessibleInterface", None)
"""Qt's answer where there is none; its type stubs leave it out."""


@dataclass(frozen=True)
class Stops:
    """What there is to arrive at on a picture, asked for only while somebody listens."""

    layout: Callable[[], object]
    """Where everything stands now; the same object as long as nothing moves."""
    ids: Callable[[], Iterable[str]]
    """In reading order."""
    sentence: Callable[[str], str]
    place: Callable[[str], QRect]
    """In the picture's viewport."""
    current: Callable[[], str | None]
    is_selected: Callable[[str], bool]


@dataclass
class _Painted:
    picture: QAbstractScrollArea
    stops: Stops
    children: dict[str, "_Stop"] = field(default_factory=dict)
    interface: QAccessibleInterface | None = None
    """Kept, for Qt does not own what Python made."""
    _read_from: object = None
    _places: dict[str, int] = field(default_factory=dict)
    _ids: tuple[str, ...] = ()

    def places(self) -> dict[str, int]:
        """The stops that there are now, each with its place in reading order."""
        layout = self.stops.layout()
        if layout is not self._read_from:
            self._read_from = layout
            self._places = {id_: place for place, id_ in enumerate(self.stops.ids())}
            self._ids = tuple(self._places)
        return self._places

    def at(self, place: int) -> "_Stop | None":
        """The stop at a place in reading order."""
        self.places()
        return self.child(self._ids[place]) if place < len(self._ids) else None

    def child(self, id_: str) -> "_Stop":
        """One object for one item as long as the picture lives, as screen readers expect."""
        if id_ not in self.children:
            self.children[id_] = _Stop(self, id_)
        return self.children[id_]


_painted: dict[QObject, _Painted] = {}


def tell_stops(picture: QAbstractScrollArea, stops: Stops) -> None:
    """Give a picture its children on the accessibility bus."""
    if not _painted:
        QAccessible.installFactory(_interface_of)
    _painted[picture] = _Painted(picture, stops)
    picture.destroyed.connect(lambda *_: _forget(picture))


def focus_on_stop(picture: QAbstractScrollArea) -> None:
    """Say that the keyboard is now on the current stop of ``picture``."""
    painted = _painted.get(picture)
    if painted is None or not QAccessible.isActive() or not picture.hasFocus():
        return
    id_ = painted.stops.current()
    place = painted.places().get(id_) if id_ is not None else None
    interface = QAccessible.queryAccessibleInterface(picture)
    if place is not None and isinstance(interface, _Picture):
        event = QAccessibleEvent(picture, QAccessible.Event.Focus)
        event.setChild(interface.widgets() + place)
        QAccessible.updateAccessibility(event)


def _interface_of(_class: str, thing: QObject) -> QAccessibleInterface | None:
    painted = _painted.get(thing)
    if painted is None:
        return None
    painted.interface = _Picture(painted)
    return painted.interface


def _forget(picture: QObject) -> None:
    painted = _painted.pop(picture, None)
    for child in painted.children.values() if painted is not None else ():
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(child))


class _Picture(QAccessibleWidget):
    """A picture: the widgets that float on it, then its stops."""

    def __init__(self, painted: _Painted) -> None:
        super().__init__(painted.picture, QAccessible.Role.List)
        self._painted = painted

    def widgets(self) -> int:
        """How many children are widgets."""
        return super().childCount()

    def childCount(self) -> int:
        return self.widgets() + len(self._painted.places())

    def child(self, index: int) -> QAccessibleInterface:
        place = index - self.widgets()
        return super().child(index) if place < 0 else self._painted.at(place) or _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, _Stop):
            return super().indexOfChild(child)
        place = self._painted.places().get(child.id)
        return -1 if place is None else self.widgets() + place

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        for id_ in self._painted.places():
            child = self._painted.child(id_)
            if child.rect().contains(x, y):
                return child
        return super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        current = self._painted.stops.current()
        if self._painted.picture.hasFocus() and current in self._painted.places():
            return self._painted.child(current)
        return super().focusChild()


class _Stop(QAccessibleInterface):
    """An item as it is painted."""

    def __init__(self, painted: _Painted, id_: str) -> None:
        super().__init__()
        self._painted = painted
        self.id = id_

    def _is_there(self) -> bool:
        return self.id in self._painted.places()

    def isValid(self) -> bool:
        return self._painted.picture in _painted

    def object(self) -> QObject:
        return cast("QObject", None)

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._painted.picture)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        return _NONE

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        return _NONE

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name and self._is_there():
            return self._painted.stops.sentence(self.id)
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A stop is not written in; its title is edited by the picture's own editor."""

    def rect(self) -> QRect:
        if not self._is_there():
            return QRect()
        port = self._painted.picture.viewport()
        place = self._painted.stops.place(self.id)
        return place.translated(port.mapToGlobal(QPoint()))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        painted, state = self._painted, QAccessible.State()
        seen, there = painted.picture.isVisible(), self._is_there()
        state.invalid = not there
        state.invisible = not seen or not there
        if there:
            port = painted.picture.viewport().rect()
            state.offscreen = not painted.stops.place(self.id).intersects(port)
        state.focusable = state.selectable = True
        state.selected = painted.stops.is_selected(self.id)
        state.focused = painted.picture.hasFocus() and painted.stops.current() == self.id
        return state
