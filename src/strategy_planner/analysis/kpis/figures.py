"""Values of a KPI as people read them."""

_MOST_PLAIN = 1e12
_LEAST_PLAIN = 1e-4
_GIVEN, _DERIVED = 6, 3


def given_value(value: float) -> str:
    """A value that somebody gave: to six digits, whole numbers with all of theirs."""
    return _shown(value, _GIVEN)


def derived_value(value: float) -> str:
    """A computed value, which is never as exact as it looks: to three digits."""
    return _shown(value, _DERIVED)


def _shown(value: float, digits: int) -> str:
    size = abs(value)
    if size >= _MOST_PLAIN or 0 < size < _LEAST_PLAIN:
        return f"{value:.3g}"
    if value == round(value) or size >= (1_000 if digits == _DERIVED else 1e6):
        return f"{value:,.0f}"
    return f"{value:,.{digits}g}"
