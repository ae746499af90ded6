"""The gist of a plan: goal, way and judgement, a line each."""

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.finding_strip import verdict_mark
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.verdict import Verdict, verdict, visions
from strategy_planner.layout.shapes import Rect, Stroke

_LABEL_BLOCK, _PAD = 58.0, 12.0
_LABEL = Style(12, 700, "accent")
_LINE_HEIGHT = 19.0
_COLOURS = {"error": "late", "warning": "warn", "note": "ink"}


def draw_gist(sheet: Sheet, edition: Edition, y: float) -> float:
    """Draw the box; the y under it. A line that is too long is made smaller, then runs on."""
    found = verdict(edition)
    labels = (edition.say("Goal"), edition.say("Way"), edition.say("Judgement"))
    label_width = max(measure(label, _LABEL.size, _LABEL.weight) for label in labels) + 14
    left = sheet.left + _LABEL_BLOCK + _PAD
    room = sheet.right - left - label_width - _PAD
    texts = _texts(edition, found, room)
    height = sum(max(text.height, _LINE_HEIGHT) for text in texts) + 7
    sheet.ornament(
        Rect(
            sheet.left, y, edition.content_width, height, "surface", Stroke("accent", 1.4), radius=3
        ),
        Rect(sheet.left, y, _LABEL_BLOCK, height, "accent", radius=3),
        Rect(sheet.left + 6, y, _LABEL_BLOCK - 6, height, "accent"),
    )
    head = Style(12.5, 700, "onAccent")
    with sheet.element("H2"):
        gist, middle = edition.say("Gist"), y + height / 2
        sheet.line(sheet.left + _LABEL_BLOCK / 2, middle, gist, head, "middle")
    top = y + 3.5
    with sheet.element("L"):
        for index, (label, text) in enumerate(zip(labels, texts, strict=True)):
            mark = found if index == len(texts) - 1 else None
            with sheet.element("LI"):
                top = _draw_line(sheet, label, text, mark, (left, left + label_width, top))
    return y + height


def _draw_line(
    sheet: Sheet,
    label: str,
    text: Paragraph,
    mark: Verdict | None,
    place: tuple[float, float, float],
) -> float:
    """A label with its text at (left, start, top), the sign of a verdict before it; its foot."""
    left, start, top = place
    tall = max(text.height, _LINE_HEIGHT)
    with sheet.element("Lbl"):
        sheet.line(left, top + _LINE_HEIGHT / 2, label, _LABEL)
    if mark is not None:
        sheet.ornament(*verdict_mark(mark, start + 6, top + _LINE_HEIGHT / 2, 12))
        start += 18
    with sheet.element("LBody"):
        sheet.text(text, start, top + (tall - text.height) / 2)
    return top + tall


def _texts(edition: Edition, found: Verdict, room: float) -> list[Paragraph]:
    titles = [edition.item_title(vision) for vision in visions(edition)]
    goal = edition.say(" / ").join(titles) or edition.to_be_set
    way = edition.text(edition.plan.settings, "approach") or edition.to_be_set
    colour = _COLOURS[found.severity]
    return [
        _line(goal, room, Style(12, 700)),
        _line(way, room, Style(12)),
        _line(found.sentence, room - 18, Style(12, 700, colour)),
    ]


def _line(text: str, room: float, style: Style) -> Paragraph:
    """On one line down to 10 points, else on two, the second of which may end in an ellipsis."""
    one = fitted(text, room, style.line, style, 10)
    if not one.lines[-1].endswith("…") or text.endswith("…"):
        return one
    return fitted(text, room, 2 * style.line, style, 9)
