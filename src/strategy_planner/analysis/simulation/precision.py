"""How exact a simulated figure is, and the digits that it is therefore shown with."""

import math


def standard_error(chance: float, samples: int) -> float:
    """√(p(1 − p)/n) of a share of runs.

    p is taken a little off 0 and 1, (np + 1)/(n + 2), so that a few runs that agree do not look
    like certainty.
    """
    inner = (chance * samples + 1) / (samples + 2)
    return math.sqrt(inner * (1 - inner) / samples)


def shown_chance(chance: float, samples: int) -> str:
    """A share of runs in per cent, to the last digit that its standard error leaves standing.

    Only what holds in no run or in all of them is shown as 0 % or 100 %.
    """
    if chance in {0, 1}:
        return f"{chance:.0%}"
    error = standard_error(chance, samples)
    unit = next((unit for unit in (0.001, 0.01) if error <= unit), 0.1)
    inner = min(max(round(chance / unit) * unit, unit), 1 - unit)
    return f"{inner:.1%}" if unit < 0.01 else f"{inner:.0%}"


def shown_correlation(value: float, samples: int) -> str:
    """A correlation, whose standard error is about 1/√n."""
    return f"{value:+.2f}" if samples >= 2_500 else f"{value:+.1f}"


def shown_gain(gain: float, error: float) -> str:
    """By how many percentage points a chance rises, to the last digit that its error leaves."""
    points = 100 * gain
    digits = 1 if error <= 0.001 else 0
    return f"{points:+.{digits}f}"
