"""One page of the pack: the only place through which text and figures reach the canvas.

Lengths are in points from the page's top left. Everything is either content, which a screen reader
reads in the order in which it is drawn, or an artifact, which it passes over; nothing can be drawn
without being one of them. Whoever draws a page

- names in the page's ``outlines`` what begins on it: the section that is its title begins by
  itself, another one within the page with `section` and its heading in ``with
  sheet.element("H1")``; headings under it are H2, then H3, none left out;
- draws text with `text` or `line`: it is a paragraph of its own, unless an element is open that
  holds text (a heading, a label, the body of a list's item, a cell of a table);
- opens lists as ``L`` > ``LI`` > (``Lbl`` and) ``LBody``; tables are drawn by `tables`, which knows
  their heads; what goes on on another page names the same thing as ``of``;
- draws a chart in ``with sheet.figure(words, ...)``: the words say what the chart shows, for those
  who do not see it, and all that is drawn inside belongs to it;
- draws with `ornament` what only orders the page or repeats the words beside it (lines, grounds,
  signs), and in ``with sheet.furniture()`` what is repeated on each page.

Numbers of items in a text lead to their rows, and words of another language are marked, by
themselves. An element in a wrong place raises StructureError.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from strategy_planner.briefing.drawing import ShapePainter
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Paragraph, Style
from strategy_planner.briefing.references import References
from strategy_planner.briefing.structure import Element, Scope, Structure, Tag
from strategy_planner.layout.shapes import Anchor, Rect, Shape, Stroke, baseline
from strategy_planner.layout.theme import Theme

MARGIN_SIDE, MARGIN_TOP, MARGIN_FOOT = 36.0, 30.0, 30.0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A section of the document: its title, where its links lead, its page from 1 on."""

    title: str
    destination: str
    page: int
    is_cover: bool = False


_Ground = Literal["content", "figure", "furniture"]


class Sheet:
    """A page that is being drawn."""

    def __init__(
        self,
        canvas: Any,
        size: tuple[float, float],
        scale: float,
        theme: Theme,
        structure: Structure,
        references: References,
        outline: Sequence[OutlineEntry],
    ) -> None:
        self._canvas = canvas
        self.width, self.height = size
        self._scale = scale
        self._painter = ShapePainter(canvas, self.height, theme, references.language)
        self._structure = structure
        self._references = references
        self._marked: Element | Literal["artifact"] | None = None
        self._ground: _Ground = "content"
        self._here: str | None = None
        self.left = MARGIN_SIDE
        self.right = self.width - MARGIN_SIDE
        self.outline = outline
        """The sections of the whole document."""
        structure.begin_page()

    def section(self, title: str, y: float = 0.0) -> None:
        """Begin a section at a height; it goes on on the pages that begin none.

        Its bookmark and its line in the contents lead here. ``title`` is one of the page's
        ``outlines``.
        """
        self._structure.begin_section()
        here = [entry for entry in self.outline if entry.page == self._structure.page + 1]
        # Two sections may have one title, even on one page: each in its turn.
        name = next(
            entry.destination
            for entry in here
            if entry.title == title and entry.destination not in self._structure.destinations
        )
        top = (self.height - y) * self._scale
        self._structure.name(name, 0.0, top)
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=top)
        self._canvas.addOutlineEntry(title, name, level=0, closed=False)

    @contextmanager
    def element(
        self,
        tag: Tag,
        *,
        of: object = None,
        scope: Scope | None = None,
        span: int = 1,
        numbered: bool = False,
    ) -> Iterator[bool]:
        """Open an element for what is drawn inside; whether it is new.

        ``of`` is what the element is about, where it may go on on another page. ``scope`` and
        ``span`` (columns) are of the cells of a table's head, ``numbered`` of a list.
        """
        attributes = f"/O/Table/Scope/{scope}" if scope else ""
        attributes += f"/ColSpan {span}" if span > 1 else ""
        if numbered:
            attributes = "/O/List/ListNumbering/Decimal"
        if self._ground != "content":
            yield True
            return
        with self._structure.within(tag, attributes, of=of) as is_new:
            yield is_new

    @contextmanager
    def figure(self, words: str, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """All that is drawn inside is one picture in a box, which ``words`` describe."""
        box = self._box(x, y, width, height)
        attributes = "/O/Layout/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]".format(*box)
        with self._structure.within("Figure", attributes, words), self._on("figure"):
            yield

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """What is drawn inside is repeated from page to page: no reader wants it twice."""
        with self._on("furniture"):
            yield

    def text(self, paragraph: Paragraph, x: float, y: float) -> float:
        """Draw a paragraph with its top left at (x, y); the y under it."""
        style = paragraph.style
        with self._text():
            for line in paragraph.lines:
                left = x
                if paragraph.align != "start":
                    free = paragraph.width - measure(line, style.size, style.weight)
                    left += free if paragraph.align == "end" else free / 2
                self._words(left, y + style.line / 2, line, style)
                y += style.line
        return y

    def line(
        self, x: float, centre: float, text: str, style: Style, anchor: Anchor = "start"
    ) -> float:
        """Draw one line of text centred on a height; its width."""
        width = measure(text, style.size, style.weight)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        if text:
            with self._text():
                self._words(left, centre, text, style)
        return width

    def ornament(self, *shapes: Shape) -> None:
        """Draw what only orders the page, or repeats what the words beside it say."""
        if self._ground == "figure":
            self._mark()
        else:
            self._mark_artifact()
        self._painter.paint(shapes)

    def picture(self, shapes: Iterable[Shape], dx: float = 0.0, dy: float = 0.0) -> None:
        """Draw shapes with their labels; inside a figure only."""
        if self._ground != "figure":
            raise ValueError("A picture is drawn inside a figure, with words for it.")
        self._mark()
        self._painter.paint(shapes, dx, dy)

    def rule(self, x1: float, x2: float, y: float, colour: str, width: float) -> None:
        """Draw a level line."""
        self.ornament(Rect(x1, y - width / 2, x2 - x1, width, colour))

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, line: float = 0.9
    ) -> None:
        """Draw the edge of a box."""
        self.ornament(Rect(x, y, width, height, None, Stroke(colour, line)))

    @contextmanager
    def destination(self, name: str | None, y: float) -> Iterator[None]:
        """Let links of a name lead to this height; what is drawn inside does not lead to itself."""
        if name is not None:
            self._structure.name(name, self.left * self._scale, (self.height - y) * self._scale)
        self._here = name
        yield
        self._here = None

    @contextmanager
    def link(
        self, destination: str, words: str, x: float, y: float, width: float, height: float
    ) -> Iterator[None]:
        """What is drawn inside, in a box, leads to a destination; ``words`` say where to."""
        with self._structure.within("Link"):
            yield
            self._structure.link(self._box(x, y, width, height), destination, words)

    def finish(self) -> None:
        """End the marks of the page."""
        self._unmark()

    def _box(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        """A box in points from the page's bottom left: left, bottom, right, top."""
        edges = (x, self.height - y - height, x + width, self.height - y)
        left, bottom, right, top = (edge * self._scale for edge in edges)
        return left, bottom, right, top

    @contextmanager
    def _on(self, ground: _Ground) -> Iterator[None]:
        before, self._ground = self._ground, ground
        self._painter.marks_languages = ground != "furniture"
        yield
        self._ground = before
        self._painter.marks_languages = before != "furniture"

    @contextmanager
    def _text(self) -> Iterator[None]:
        """A paragraph, where no element is open that holds text."""
        if self._ground != "content" or self._structure.top.has_text:
            yield
        else:
            with self._structure.within("P"):
                yield

    def _words(self, x: float, centre: float, text: str, style: Style) -> None:
        if not text:
            return
        if self._ground == "furniture":
            self._mark_artifact()
            self._piece(x, centre, text, style)
        elif self._ground == "figure" or self._structure.top.tag in {"Link", "H1", "H2", "H3"}:
            self._mark()
            self._piece(x, centre, text, style)
        else:
            self._linked_words(x, centre, text, style)

    def _linked_words(self, x: float, centre: float, text: str, style: Style) -> None:
        done = 0
        for start, end, reference in self._references.find(text):
            if reference.destination == self._here:
                continue
            if start > done:
                self._mark()
                x = self._piece(x, centre, text[done:start], style)
            number = text[start:end]
            width = measure(number, style.size, style.weight)
            top = centre - style.size * 0.62
            with self.link(
                reference.destination, reference.words, x, top, width, style.size * 1.24
            ):
                self._mark()
                x = self._piece(x, centre, number, style)
            done = end
        if done < len(text):
            self._mark()
            self._piece(x, centre, text[done:], style)

    def _piece(self, x: float, centre: float, text: str, style: Style) -> float:
        y = baseline(centre, style.size)
        return self._painter.words(x, y, text, style.size, style.colour, style.weight)

    def _mark(self) -> None:
        """What is drawn next belongs to the innermost open element."""
        element = self._structure.top
        if self._marked is not element:
            self._unmark()
            number = self._structure.mark()
            self._canvas.addLiteral(f"/{element.tag} <</MCID {number}>> BDC")
            self._marked = element

    def _mark_artifact(self) -> None:
        if self._marked != "artifact":
            self._unmark()
            kind = "/Artifact <</Type /Pagination>> BDC"
            self._canvas.addLiteral(kind if self._ground == "furniture" else "/Artifact BMC")
            self._marked = "artifact"

    def _unmark(self) -> None:
        if self._marked is not None:
            self._canvas.addLiteral("EMC")
            self._marked = None
