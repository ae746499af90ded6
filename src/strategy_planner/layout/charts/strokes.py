"""How the lines of charts look: target solid, business as usual dashed, forecast dotted (VISUAL 10)."""

from typing import Literal

from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Stroke

Line = Literal["needed", "usual", "forecast", "measured", "reached", "baseline"]
_LOOKS: dict[Line, tuple[str, float, tuple[float, ...]]] = {
    "needed": ("accent", 2.0, ()),
    "usual": ("ink2", 1.5, (7.0, 4.0)),
    "forecast": ("ink", 1.8, (2.0, 2.5)),
    "measured": ("ink", 1.2, ()),
    "reached": ("ok", 1.4, (12.0, 3.0, 2.0, 3.0)),
    "baseline": ("ink2", 1.0, ()),
}


def stroke_of(line: Line, o: ChartOptions) -> Stroke:
    """The stroke of a line."""
    colour, width, dash = _LOOKS[line]
    return Stroke(colour, width * o.unit, tuple(length * o.unit for length in dash))
