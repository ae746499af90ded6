"""How far to zoom a time axis: until a unit has room, or until a span fills the window."""

from strategy_planner.calendars.periods import Unit
from strategy_planner.layout.roadmap.axis import LEAST_WIDTH, TimeAxis

_MOST = 12.0
_FILLED = 0.7
"""The share of the window that a selection fills."""


def greatest_zoom(axis: TimeAxis, zoom: float) -> float:
    """The zoom at which even a far year shows its months with ease."""
    widths = (right - left for left, right in map(axis.column, axis.years))
    return max(_MOST, 1.2 * _wanted(axis, "month") * zoom / max(widths))


def zoom_for_unit(axis: TimeAxis, year: int, unit: Unit, zoom: float) -> float:
    """The zoom at which a year is read in ``unit``; 1, all years in the window, for years."""
    if unit in {"fiscal_year", "year"}:
        return 1.0
    left, right = axis.column(min(max(year, axis.years.start), axis.years.stop - 1))
    return zoom * 1.05 * _wanted(axis, unit) / (right - left)


def zoom_for_span(span: float, room: float, zoom: float) -> float:
    """The zoom at which what is now ``span`` wide fills most of ``room``."""
    return zoom * _FILLED * room / max(span, 1.0)


def _wanted(axis: TimeAxis, unit: Unit) -> float:
    return LEAST_WIDTH[unit] * (axis.division or 1.0)
