"""A finished chart: what is seen, what is said of it, and its values."""

from dataclasses import dataclass

from strategy_planner.layout.shapes import Picture

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """``sentence`` says what the picture shows; ``values`` is its table, the head first."""

    picture: Picture
    sentence: str
    values: tuple[Row, ...]
