"""What inexact words are taken to mean: conventions of the program, changeable for each plan."""

from collections.abc import Mapping

from strategy_planner.calendars.errors import CalendarError
from strategy_planner.language import message

CONVENTIONS: dict[str, int] = {
    "early_months": 6,
    "immediately_months": 1,
    "urgently_months": 3,
    "soon_months": 6,
}
"""The conventions, in months, by the key under which ``settings.conventions`` changes them:
how long 早期 / early lasts from the start of a year; how long after the reference day 直ちに /
immediately, 早急に / urgently and 早期に / soon still hold (DOMAIN 2.4)."""
_MOST_MONTHS = 120


def convention(name: str, chosen: Mapping[str, object] | None) -> int:
    """The months of a convention; CalendarError where the plan's own figure is no such number."""
    value = (chosen or {}).get(name, CONVENTIONS[name])
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _MOST_MONTHS:
        raise CalendarError(
            message(
                "the convention “{name}” is a number of months from 1 to {most}.",
                name=name,
                most=_MOST_MONTHS,
            )
        )
    return value
