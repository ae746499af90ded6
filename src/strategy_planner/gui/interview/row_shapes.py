"""How a row of the interview looks: as a card with a frame, or as a line of a list."""

from typing import Literal

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.interview.key_caps import cap_width, key_cap
from strategy_planner.gui.interview.row import Row
from strategy_planner.layout.shapes import Label, Polyline, Rect, Shape, Stroke, Weight, baseline
from strategy_planner.layout.text_breaking import break_title

Look = Literal["card", "line", "step"]
"""A card with a frame, a line of a list, or a step of a path with an arrow to the next."""
_TITLE, _SMALL, _LINE, _SMALL_LINE = 13, 11, 20, 16
_GAP = 8
"""Between two cards."""
_STEP = 20
"""Between two steps, for the arrow."""
_BRACKET = 22
"""What the bracket around alternatives takes at the left."""
_INK = {"plain": "ink2", "late": "late", "ok": "ok"}


def row_height(row: Row, width: float, scale: float, look: Look) -> float:
    """The height of a row, with the gap below a card."""
    lines = len(_title_lines(row, width, scale, look))
    below = len(_below_lines(row, width, scale, look))
    inside = (lines * _LINE + below * _SMALL_LINE) * scale
    if look == "card":
        return inside + (20 + _GAP) * scale
    if look == "step":
        return inside + (8 + (_STEP if row.joined else 0)) * scale
    return inside + (14 if row.heading else 8) * scale


def row_shapes(
    row: Row,
    width: float,
    scale: float,
    look: Look,
    *,
    chosen: bool,
    focused: bool,
    hovered: bool,
    joins: tuple[bool, bool],
) -> tuple[Shape, ...]:
    """The row with its left upper corner at (0, 0)."""
    height = row_height(row, width, scale, look)
    height -= {"card": _GAP, "step": _STEP if row.joined else 0, "line": 0}[look] * scale
    ground = _card if look == "card" else _band
    shapes = [*ground(row, width, height, scale, chosen=chosen, focused=focused, hovered=hovered)]
    if row.joined and look == "card":
        shapes += _bracket(height, scale, joins)
    left, right = _inset(row, width, scale, look)
    top = (10 if look == "card" else 10 if row.heading else 4) * scale
    middle = top + _LINE * scale / 2
    size = _TITLE * scale
    if look == "step" and row.joined:
        shapes += _arrow(left - 15 * scale, height, scale)
    if row.mark is not None:
        shapes += row.mark(left - 15 * scale, middle, 15 * scale)
    if row.head:
        shapes.append(
            Label(left, baseline(middle, size * 0.92), row.head, size * 0.92, "ink3", 500)
        )
        left += _head_width(row, scale)
    weight = _weight(row, look)
    for place, line in enumerate(_title_lines(row, width, scale, look)):
        y = baseline(middle + place * _LINE * scale, size)
        shapes.append(Label(left, y, line, size, "ink2" if row.heading else "ink", weight))
        low = middle + (place + 0.5) * _LINE * scale
    for place, line in enumerate(_below_lines(row, width, scale, look)):
        y = baseline(low + (place + 0.5) * _SMALL_LINE * scale, _SMALL * scale)
        shapes.append(Label(left, y, line, _SMALL * scale, "ink2"))
    across = height / 2 if look == "card" else middle
    return (*shapes, *_right_end(row, right, across, scale))


def _weight(row: Row, look: Look) -> Weight:
    return 700 if row.heading or row.here else 500 if look == "card" else 400


def _card(
    row: Row, width: float, height: float, scale: float, *, chosen: bool, focused: bool,
    hovered: bool,
) -> tuple[Shape, ...]:  # fmt: skip
    x = (_BRACKET * scale if row.joined else 0) + 3
    late = row.tone == "late"
    stroke = Stroke("late", 1.5) if late else Stroke("accent" if hovered else "control")
    fill = "accentWeak" if chosen else "surface"
    body = Rect(x, 3, width - x - 3, height - 6, fill, stroke, radius=10)
    if not chosen:
        return (body,)
    dash = (4.0, 3.0) if focused else ()
    ring = Rect(x - 2, 1, width - x + 1, height - 2, None, Stroke("accent", 2, dash), radius=12)
    return (body, ring)


def _band(
    row: Row, width: float, height: float, scale: float, *, chosen: bool, focused: bool,
    hovered: bool,
) -> tuple[Shape, ...]:  # fmt: skip
    del scale
    if not (chosen or hovered or row.here):
        return ()
    dash = Stroke("accent", 2, (4.0, 3.0)) if focused else None
    fill = "accentWeak" if chosen or row.here else "sunken"
    return (Rect(1, 1, width - 2, height - 2, fill, dash, radius=6),)


def _bracket(height: float, scale: float, joins: tuple[bool, bool]) -> list[Shape]:
    """The line at the left that holds alternatives together; it ends where they end."""
    x, tip, pen = 8 * scale, 14 * scale, Stroke("ink", 2)
    above, below = joins
    top, bottom = (0.0 if above else 6.0), (height + _GAP * scale if below else height - 6.0)
    shapes: list[Shape] = [Polyline(((x, top), (x, bottom)), pen)]
    shapes += [] if above else [Polyline(((x, top), (tip, top)), pen)]
    shapes += [] if below else [Polyline(((x, bottom), (tip, bottom)), pen)]
    return shapes


def _arrow(x: float, top: float, scale: float) -> list[Shape]:
    """From one step down to the next."""
    pen, tip, wing = Stroke("control", 1.3), top + (_STEP - 3) * scale, 4 * scale
    head = ((x - wing, tip - wing), (x, tip), (x + wing, tip - wing))
    return [Polyline(((x, top + 2 * scale), (x, tip)), pen), Polyline(head, pen)]


def _inset(row: Row, width: float, scale: float, look: Look) -> tuple[float, float]:
    """Where the words begin, and where what stands at the right end ends."""
    edge = (16 if look == "card" else 10) * scale
    left = edge + (_BRACKET * scale if row.joined and look == "card" else 0)
    return left + (28 * scale if row.mark else 0), width - edge


def _head_width(row: Row, scale: float) -> float:
    return measure(row.head, _TITLE * 0.92 * scale, 500) + 10 * scale if row.head else 0


def _right_width(row: Row, scale: float) -> float:
    width = measure(row.right, _TITLE * 0.92 * scale, 700) if row.right else 0.0
    width += cap_width(row.key, scale) + 8 * scale if row.key else 0
    width += 22 * scale if row.right_mark else 0
    return width + 14 * scale if width else 0


def _right_end(row: Row, right: float, middle: float, scale: float) -> tuple[Shape, ...]:
    shapes: tuple[Shape, ...] = ()
    size = _TITLE * 0.92 * scale
    if row.key:
        right -= cap_width(row.key, scale)
        shapes += key_cap(row.key, right, middle, scale)
        right -= 8 * scale
    if row.right:
        weight: Weight = 700 if row.tone != "plain" else 500
        colour = _INK[row.tone]
        shapes += (Label(right, baseline(middle, size), row.right, size, colour, weight, "end"),)
        right -= measure(row.right, size, weight) + 6 * scale
    if row.right_mark is not None:
        shapes += row.right_mark(right - 8 * scale, middle, 15 * scale)
    return shapes


def _title_lines(row: Row, width: float, scale: float, look: Look) -> tuple[str, ...]:
    left, right = _inset(row, width, scale, look)
    room = right - left - _head_width(row, scale) - _right_width(row, scale)
    return break_title(
        row.title, measure, _TITLE * scale, _weight(row, look), max(60.0, float(int(room)))
    )


def _below_lines(row: Row, width: float, scale: float, look: Look) -> tuple[str, ...]:
    left, right = _inset(row, width, scale, look)
    room = right - left - _head_width(row, scale) - _right_width(row, scale)
    return tuple(
        line
        for text in row.below
        for line in break_title(text, measure, _SMALL * scale, 400, max(60.0, float(int(room))))
    )
