"""Paragraphs: text from the plan, broken into lines, always literal and never markup."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from strategy_planner.briefing.fonts import advances, measure, printable
from strategy_planner.briefing.line_breaking import (
    LINE_END_FORBIDDEN,
    LINE_START_FORBIDDEN,
    break_lines,
)
from strategy_planner.layout.shapes import Weight
from strategy_planner.layout.text_breaking import break_title

Align = Literal["start", "middle", "end"]
_TITLE_LENGTH = 64
"""Up to here lines are broken where a title reads best; a longer text is filled line by line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks; the line is ``size`` times ``spacing`` high."""

    size: float
    weight: Weight = 400
    colour: str = "ink"
    spacing: float = 1.4

    @property
    def line(self) -> float:
        return self.size * self.spacing


BODY = Style(10.5)
CELL = Style(8.5)
NOTE = Style(7.4, colour="ink2")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one style in a column. It can be continued in the next column or on a page."""

    lines: tuple[str, ...]
    style: Style
    width: float
    align: Align = "start"

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.line

    def split(self, room: float) -> tuple["Paragraph", "Paragraph"]:
        """What fits into ``room``, at least one line, and the rest."""
        count = max(1, int((room + 1e-6) // self.style.line))
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


def paragraph(text: str, width: float, style: Style = BODY, align: Align = "start") -> Paragraph:
    """The text in a column of ``width``."""
    return Paragraph(lines_of(text, width, style.size, style.weight), style, width, align)


@lru_cache(maxsize=2048)
def lines_of(text: str, width: float, size: float, weight: Weight) -> tuple[str, ...]:
    """The lines of a text; a title has few and gentle breaks, nothing is ever left out."""
    text = printable(text).strip("\n")
    if len(text) <= _TITLE_LENGTH:
        lines = break_title(text, measure, size, weight, width)
        if _obeys_the_rules(lines, width, size, weight):
            return lines
    return tuple(break_lines(text, advances(text, size, weight), width))


def fitted(text: str, width: float, height: float, style: Style, smallest: float) -> Paragraph:
    """The text as large as it fits a box: from ``style`` down to ``smallest``, then cut.

    What is cut ends in an ellipsis; use it only where the whole text stands elsewhere in the pack.
    """
    size = style.size
    while True:
        tried = paragraph(text, width, replace(style, size=size))
        if tried.height <= height + 1e-6:
            return tried
        if size <= smallest:
            return _cut(tried, height)
        size = max(smallest, size - 0.5)


_LONGEST_LINE = 2000
"""More characters than any line of a page can hold: what lies behind need not be measured."""


def one_line(text: str, width: float, style: Style) -> str:
    """The text on one line, with an ellipsis where it is too wide."""
    if len(text) > _LONGEST_LINE:
        text = text[:_LONGEST_LINE] + "…"
    return cut_to(printable(text).replace("\n", " "), width, style.size, style.weight)


def cut_to(text: str, width: float, size: float, weight: Weight) -> str:
    """The longest beginning that fits, with an ellipsis where something is left out."""
    if measure(text, size, weight) <= width:
        return text
    room, kept = width - measure("…", size, weight), 0
    for advance in advances(text, size, weight):
        room -= advance
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def _cut(whole: Paragraph, height: float) -> Paragraph:
    kept, rest = whole.split(height)
    style = whole.style
    if not rest.lines:
        return kept
    last = cut_to(kept.lines[-1] + rest.lines[0] + "…", whole.width, style.size, style.weight)
    return replace(kept, lines=(*kept.lines[:-1], last))


def _obeys_the_rules(lines: tuple[str, ...], width: float, size: float, weight: Weight) -> bool:
    widest = max(measure(line, size, weight) for line in lines)
    return widest <= width + 1e-6 and not any(
        before[-1:] in LINE_END_FORBIDDEN or after[:1] in LINE_START_FORBIDDEN
        for before, after in pairwise(lines)
        if before and after
    )
