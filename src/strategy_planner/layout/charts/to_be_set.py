"""What is not known yet: a dashed frame that says so (VISUAL 10)."""

from strategy_planner.language import say
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Label, Measure, Picture, Polyline, Rect, Stroke, baseline


def to_be_set(language: str, measure: Measure, o: ChartOptions) -> Picture:
    """今後設定 in a dashed frame."""
    words = say("To be set", language)
    width = max(o.width, measure(words, o.text, 400) + 32 * o.unit)
    height, inset = max(o.height / 2, 4 * o.line), 6 * o.unit
    right, bottom = width - inset, height - inset
    corners = ((inset, inset), (right, inset), (right, bottom), (inset, bottom), (inset, inset))
    frame = Polyline(corners, Stroke("control", 1.2 * o.unit, (5 * o.unit, 4 * o.unit)))
    label = Label(
        width / 2, baseline(height / 2, o.text), words, o.text, "ink3", 400, "middle"
    )  # fmt: skip
    return Picture(width, height, (Rect(0, 0, width, height, o.ground), frame, label))
