"""The logical structure of a pack (tagged PDF, PDF/UA-1): what a screen reader meets, in order.

A tree of elements with PDF's own names. Each element knows which marked strokes on which pages it
is made of, and what in it leads where. Nothing here draws or writes: `sheet` opens elements while
it draws, `structure_objects` writes the tree.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

Tag = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Figure", "TOC", "TOCI", "Reference", "Link",
]  # fmt: skip
Scope = Literal["Row", "Column"]

_BLOCKS: frozenset[Tag] = frozenset({"H1", "H2", "H3", "P", "L", "Table", "Figure", "TOC"})
_LINK: frozenset[Tag] = frozenset({"Link"})
_HOLDS: dict[Tag, frozenset[Tag]] = {
    "Document": frozenset({"Sect", "Figure"}),
    "Sect": _BLOCKS,
    "L": frozenset({"LI"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "LBody": _BLOCKS | _LINK,
    "Table": frozenset({"THead", "TBody"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "TOC": frozenset({"TOCI"}),
    "TOCI": frozenset({"Reference"}),
    "Reference": _LINK,
    "P": _LINK,
    "Lbl": _LINK,
    "TH": _LINK,
    "TD": _LINK,
}
_HAS_TEXT: frozenset[Tag] = frozenset(
    {"H1", "H2", "H3", "P", "Lbl", "LBody", "TH", "TD", "Figure", "Reference", "Link"}
)


class StructureError(Exception):
    """A page opened an element where it has no place, or drew text where there must be none."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads to a destination; ``words`` say where to."""

    page: int
    box: tuple[float, float, float, float]
    """Left, bottom, right, top in points from the page's bottom left."""
    destination: str
    words: str


Mark = int
"""Strokes on a page: the page times `MARKS`, plus their number on it. One number instead of two,
for a long pack has hundreds of thousands."""
MARKS = 1 << 16


@dataclass(eq=False, slots=True)
class Element:
    """An element with its parts in reading order: elements, marks, links."""

    tag: Tag
    parent: "Element | None"
    attributes: str = ""
    """As they stand in the PDF, for example ``/O/Table/Scope/Column``."""
    alt: str = ""
    parts: "list[Element | Mark | Link]" = field(default_factory=list)
    number: int = 0
    """Of its object in the file, once that is written."""

    @property
    def has_text(self) -> bool:
        """Whether text may stand in it without a paragraph of its own."""
        return self.tag in _HAS_TEXT


class Structure:
    """The tree, the path of open elements, and the destinations of links."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.marks: list[list[Element]] = []
        """For each page the owners of its marks, by their number on the page."""
        self.destinations: dict[str, tuple[int, float, float]] = {}
        """Page, left and top (from the page's bottom) by name."""
        self._open = [self.root]
        self._known: dict[object, Element] = {}

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self._open[-1]

    @property
    def page(self) -> int:
        """The page that is being drawn, from 0 on."""
        return len(self.marks) - 1

    def begin_page(self) -> None:
        """Go on on a new page, within the section that is open."""
        self.marks.append([])

    def begin_section(self) -> None:
        """End the section that is open, if any, and begin another."""
        if len(self._open) > 2 or (len(self._open) == 2 and self.top.tag != "Sect"):
            raise StructureError(f"A section cannot begin inside {self.top.tag}.")
        self._open[1:] = [self._add("Sect")]

    @contextmanager
    def within(
        self, tag: Tag, attributes: str = "", alt: str = "", of: object = None
    ) -> Iterator[bool]:
        """Open an element; whether it is a new one.

        What has the same ``of`` is one element, though it goes on on another page.
        """
        if self.top is self.root and tag not in _HOLDS["Document"]:
            self.begin_section()
        element = self._known.get(of) if of is not None else None
        is_new = element is None
        if element is None:
            element = self._add(tag, attributes, alt)
            if of is not None:
                self._known[of] = element
        self._open.append(element)
        try:
            yield is_new
        finally:
            self._open.pop()

    def mark(self) -> int:
        """The number of a new mark on this page, for the innermost open element."""
        owners = self.marks[-1]
        self.top.parts.append(self.page * MARKS + len(owners))
        owners.append(self.top)
        return len(owners) - 1

    def link(self, box: tuple[float, float, float, float], destination: str, words: str) -> None:
        """Make the innermost open element lead somewhere."""
        self.top.parts.append(Link(self.page, box, destination, words))

    def name(self, destination: str, left: float, top: float) -> None:
        """Let links lead to a place on this page; the first place of a name is kept."""
        self.destinations.setdefault(destination, (self.page, left, top))

    def _add(self, tag: Tag, attributes: str = "", alt: str = "") -> Element:
        parent = self.top if tag != "Sect" else self.root
        if tag not in _HOLDS.get(parent.tag, ()):
            raise StructureError(f"{tag} has no place inside {parent.tag}.")
        if tag == "Figure" and not alt.strip():
            raise StructureError("A figure says in words what it shows.")
        element = Element(tag, parent, attributes, alt)
        parent.parts.append(element)
        return element
