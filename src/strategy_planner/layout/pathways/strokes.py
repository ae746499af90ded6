"""How the lines of pathways are told apart: by dashes and by colour, and each by its name."""

from strategy_planner.layout.shapes import Stroke

_COLOURS = (1, 8, 3, 4, 2, 5)
"""Track colours whose edges differ in lightness as well."""
_DASHES: tuple[tuple[float, ...], ...] = (
    (), (11.0, 5.0), (3.0, 3.0), (14.0, 4.0, 3.0, 4.0), (6.0, 3.0), (20.0, 4.0, 3.0, 4.0, 3.0, 4.0),
)  # fmt: skip


def stroke_of(place: int, *, is_active: bool) -> Stroke:
    """The stroke of the pathway at a place in the plan; the followed one is thicker."""
    turn, index = divmod(place, len(_COLOURS))
    dash = _DASHES[(index + turn) % len(_DASHES)]
    return Stroke(f"track{_COLOURS[index]}.edge", 5.0 if is_active else 3.0, dash)
