"""Isotonic regression: heights that keep order and distance, as near to the wishes as can be."""

from collections.abc import Callable

Wish = tuple[float, float]
"""A height and how strongly it is wished."""
Fit = Callable[[list[list[Wish]], list[float]], list[float]]
"""Heights from the wishes of blocks in order, and their offsets when they stand close together."""


def mean(wishes: list[Wish]) -> float:
    """The weighted mean of wishes."""
    total = height = 0.0
    for y, weight in wishes:
        total += weight
        height += y * weight
    return height / total


def fit_mean(wishes: list[list[Wish]], offsets: list[float]) -> list[float]:
    """The heights in order and apart with the least squares of error."""
    pools: list[tuple[float, float, int]] = []
    for own, offset in zip(wishes, offsets, strict=True):
        total = height = 0.0
        for y, weight in own:
            total += weight
            height += (y - offset) * weight
        size = 1
        while pools and pools[-1][0] * total > height * pools[-1][1]:
            above_height, above_total, above_size = pools.pop()
            height += above_height
            total += above_total
            size += above_size
        pools.append((height, total, size))
    levels = [height / total for height, total, size in pools for _ in range(size)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def fit_median(wishes: list[list[Wish]], offsets: list[float]) -> list[float]:
    """The heights with the least sum of error: as many ports as may be meet exactly."""
    pools: list[tuple[float, list[Wish], float, int]] = []
    for own, offset in zip(wishes, offsets, strict=True):
        held = [(y - offset, weight) for y, weight in own]
        held.sort()
        total, size = sum([weight for _, weight in held]), 1
        level = middle(held, total)
        while pools and pools[-1][0] > level:
            _, above, above_total, above_size = pools.pop()
            held += above
            held.sort()
            total += above_total
            size += above_size
            level = middle(held, total)
        pools.append((level, held, total, size))
    levels = [level for level, _, _, size in pools for _ in range(size)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def middle(ranked: list[Wish], total: float) -> float:
    """The weighted median of wishes sorted by height."""
    half = total / 2
    for y, weight in ranked:
        half -= weight
        if half <= 0:
            return y
    return ranked[-1][0]
