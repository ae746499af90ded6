"""The strip over a page that says how the plan stands: sign, sentence, chain or next step."""

from dataclasses import dataclass

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.verdict import Verdict, verdict
from strategy_planner.layout.marks import check_mark, severity_mark
from strategy_planner.layout.shapes import Rect, Shape, Stroke

_PAD_X, _PAD_Y, _SIGN = 10.0, 5.0, 12.0
_COLOURS = {
    "error": ("late", "lateWeak"),
    "warning": ("warn", "warnWeak"),
    "note": ("ok", "okWeak"),
}


@dataclass(frozen=True, slots=True)
class FindingStrip:
    """The laid-out strip."""

    verdict: Verdict
    sentence: Paragraph
    rest: Paragraph | None
    width: float

    @property
    def height(self) -> float:
        """The height with its padding."""
        rest = self.rest.height if self.rest else 0.0
        return self.sentence.height + rest + 2 * _PAD_Y

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the strip; the y under it."""
        edge, ground = _COLOURS[self.verdict.severity]
        sheet.ornament(Rect(x, y, self.width, self.height, ground, Stroke(edge, 1.0), radius=2.5))
        middle = y + _PAD_Y + self.sentence.style.line / 2
        sheet.ornament(*verdict_mark(self.verdict, x + _PAD_X + _SIGN / 2, middle, _SIGN))
        left = x + _PAD_X + _SIGN + 7
        below = sheet.text(self.sentence, left, y + _PAD_Y)
        if self.rest is not None:
            sheet.text(self.rest, left, below)
        return y + self.height


def finding_strip(edition: Edition) -> FindingStrip:
    """The strip of an edition over the whole width."""
    return strip_of(edition, verdict(edition))


def strip_of(edition: Edition, found: Verdict) -> FindingStrip:
    """A strip that says a verdict of the page it stands on."""
    width = edition.content_width
    room = width - 2 * _PAD_X - _SIGN - 7
    colour = _COLOURS[found.severity][0]
    style = Style(10.5, 700, colour)
    sentence = fitted(found.sentence, room, style.line, style, 9)
    if sentence.lines[-1].endswith("…"):
        sentence = paragraph(found.sentence, room, style)
    rest = paragraph(found.next_step, room, Style(9.5)) if found.next_step else None
    return FindingStrip(found, sentence, rest, width)


def verdict_mark(found: Verdict, cx: float, cy: float, size: float) -> tuple[Shape, ...]:
    """The sign of a verdict: octagon, triangle, or a tick where all is well."""
    if found.severity == "note":
        return check_mark(cx, cy, size, "ok")
    return severity_mark(found.severity, cx, cy, size)
