"""The scale of values: a few lines at round numbers (VISUAL 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

MOST_LINES = 5
_LARGEST = 1e300
_FLAT = 1e-9
_LEAST_SPAN = 1e-250
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Where a value stands between ``bottom`` and ``top`` (y grows downward)."""

    lines: tuple[float, ...]
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The height of a value; one beyond the scale stands at its end."""
        low, high = self.lines[0], self.lines[-1]
        share = (min(max(value, low), high) - low) / (high - low)
        return self.bottom - share * (self.bottom - self.top)


def round_lines(values: Iterable[float]) -> tuple[float, ...]:
    """From two to five round numbers that ``values`` lie between; they begin at 0 if it is near."""
    within = [min(max(value, -_LARGEST), _LARGEST) for value in values] or [0.0]
    low, high = _spread(min(within), max(within))
    if low > 0 and low < high / 2:
        low = 0.0
    if high < 0 and high > low / 2:
        high = 0.0
    scale = 10.0 ** (floor(log10((high - low) / (MOST_LINES - 1))))
    for step in (factor * scale for factor in _STEPS):
        first, last = floor(low / step), ceil(high / step)
        if last - first < MOST_LINES:
            return tuple(round(k * step, 12) if scale > _FLAT else k * step
                         for k in range(first, last + 1))  # fmt: skip
    return (low, high)


def _spread(low: float, high: float) -> tuple[float, float]:
    """The two ends; where they are the same, from 0 to beyond them."""
    size = max(abs(low), abs(high))
    if high - low > max(size * _FLAT, _LEAST_SPAN):
        return low, high
    if size <= _LEAST_SPAN:
        return -1.0, 1.0
    return min(1.1 * low, 0.0), max(1.1 * high, 0.0)
