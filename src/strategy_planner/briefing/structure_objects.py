"""The structure of a document as objects of its PDF file."""

from collections.abc import Iterator, Sequence

from strategy_planner.briefing.structure import MARKS, Element, Link, Mark, Structure


class StructureObjects:
    """The tree, its table of parents, and the links, as objects numbered from ``first``."""

    def __init__(self, structure: Structure, first: int) -> None:
        self._structure = structure
        self._elements = list(_all(structure.root))
        self._links = [
            (link, element)
            for element in self._elements
            for link in element.parts
            if isinstance(link, Link)
        ]
        self.tree = first
        """The number of the structure tree's root."""
        self._parents = first + 1
        start = first + 2
        for place, element in enumerate(self._elements):
            element.number = start + place
        start += len(self._elements)
        self._link_number = {id(link): start + n for n, (link, _) in enumerate(self._links)}
        self._page_marks = start + len(self._links)
        self.end = self._page_marks + len(structure.marks)
        """The first number that is free after them."""

    def links_of(self, page: int) -> list[int]:
        """The numbers of the links on a page."""
        return [self._link_number[id(link)] for link, _ in self._links if link.page == page]

    def objects(self, pages: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """All of them by number; ``pages`` are the numbers of the pages' objects."""
        root = self._structure.root.number
        yield (
            self.tree,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (root, self._parents, len(pages) + len(self._links)),
        )
        yield self._parents, self._parent_tree()
        for element in self._elements:
            yield element.number, self._element(element, pages)
        for place, (link, _) in enumerate(self._links):
            yield self._link_number[id(link)], self._link(link, len(pages) + place, pages)
        for page, owners in enumerate(self._structure.marks):
            refs = b" ".join(b"%d 0 R" % owner.number for owner in owners)
            yield self._page_marks + page, b"[%s]" % refs

    def _parent_tree(self) -> bytes:
        """Pages by their own number, then links."""
        count = len(self._structure.marks)
        entries = [b"%d %d 0 R" % (page, self._page_marks + page) for page in range(count)]
        entries += [
            b"%d %d 0 R" % (count + place, element.number)
            for place, (_, element) in enumerate(self._links)
        ]
        return b"<</Nums[%s]>>" % b" ".join(entries)

    def _element(self, element: Element, pages: Sequence[int]) -> bytes:
        parent = element.parent
        above = self.tree if parent is None else parent.number
        keys = b"<</S/%s/P %d 0 R" % (element.tag.encode(), above)
        if element.alt:
            keys += b"/Alt" + text_string(element.alt)
        if element.attributes:
            keys += b"/A<<%s>>" % element.attributes.encode()
        here = next((part // MARKS for part in element.parts if isinstance(part, int)), None)
        if here is not None:
            keys += b"/Pg %d 0 R" % pages[here]
        parts = [self._part(part, here, pages) for part in element.parts]
        if parts:
            kids = parts[0] if len(parts) == 1 else b"[%s]" % b" ".join(parts)
            keys += b"/K " + kids
        return keys + b">>"

    def _part(self, part: Element | Mark | Link, here: int | None, pages: Sequence[int]) -> bytes:
        if isinstance(part, Element):
            return b"%d 0 R" % part.number
        if isinstance(part, Link):
            place = (pages[part.page], self._link_number[id(part)])
            return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % place
        page, mark = divmod(part, MARKS)
        if page == here:
            return b"%d" % mark
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], mark)

    def _link(self, link: Link, key: int, pages: Sequence[int]) -> bytes:
        page, left, top = self._structure.destinations[link.destination]
        box = b"%.2f %.2f %.2f %.2f" % link.box
        there = b"%d 0 R/XYZ %.2f %.2f null" % (pages[page], left, top)
        return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Dest[%s]" % (
            box, there,
        ) + b"/StructParent %d/Contents%s>>" % (key, text_string(link.words))  # fmt: skip


def text_string(text: str) -> bytes:
    """A text as a PDF string."""
    return b"<%s>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()


def _all(element: Element) -> Iterator[Element]:
    """The element and all in it, in reading order."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += [part for part in reversed(here.parts) if isinstance(part, Element)]
