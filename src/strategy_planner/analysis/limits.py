"""What a node's own dates demand of the passes: its limits, its target, its aim (SEMANTICS 2)."""

import datetime as dt
from typing import NamedTuple

from strategy_planner.analysis.spans import Span, earlier, later
from strategy_planner.calendars.coarse import CoarseDate, read_date
from strategy_planner.model.creation import today
from strategy_planner.model.records import Node, PlanSettings

ANY_TIME = 0
"""No first-day limit and no demand: earlier than every day that can be planned."""
NEVER = 10_000_000
"""No last-day limit, and the early dates of what cannot come: later than every such day."""


class Aim(NamedTuple):
    """The end of a date that does not bind, as a last day; of a start where ``of_start``."""

    last_day: int
    of_start: bool


class Limits(NamedTuple):
    """Instants as ordinals. ``first`` holds back the start, ``last`` is the latest finish that
    the node itself allows, ``target`` the end of the day that was promised.
    """

    first: int = ANY_TIME
    last: int = NEVER
    target: int = NEVER
    aim: Aim | None = None


FREE = Limits()


def window_of(node: Node, settings: PlanSettings) -> CoarseDate | None:
    """The date of a node as written, read from the day it was written on (SEMANTICS 2.1)."""
    if node.date is None:
        return None
    return read_date(
        node.date,
        node.date_read_on or settings.reference_date or settings.status_date or today(),
        settings.fiscal_year_start or 4,
        settings.conventions,
    )


def binds(window: CoarseDate) -> bool:
    """Whether a date of this role and firmness enters the passes (SEMANTICS 2.2)."""
    return window.firmness not in {"target", "vague"} and window.role not in {
        "rolling",
        "recurring",
    }


def is_history(node: Node, window: CoarseDate, status_date: dt.date) -> bool:
    """Whether the window lies wholly before the status date on a begun item (SEMANTICS 2.4)."""
    return (
        (node.has_begun or node.status == "started")
        and window.latest is not None
        and window.latest < status_date
    )


def limits_of(node: Node, settings: PlanSettings, length: Span, status_date: dt.date) -> Limits:
    """The limits of a node that is not done and takes ``length``."""
    first = node.not_before.toordinal() if node.not_before else ANY_TIME
    last = node.not_after.toordinal() + 1 if node.not_after else NEVER
    target = node.target.toordinal() + 1 if node.target else NEVER
    window = window_of(node, settings)
    aim = None
    if window is None:
        pass
    elif node.kind == "vision":
        if window.latest is not None:
            target = min(target, window.latest.toordinal() + 1)
    elif not binds(window):
        if window.latest is not None:
            aim = Aim(window.latest.toordinal(), window.role in {"rolling", "start_by"})
    elif not is_history(node, window, status_date):
        window_first, window_last = _bounds(window, length, begun=node.has_begun)
        first, last = max(first, window_first), min(last, window_last)
    return Limits(first, min(last, target), target, aim)


def ends_from(node: Node, settings: PlanSettings, status_date: dt.date) -> int | None:
    """The earliest finish that a window lets the work of a node have; None where none does.

    This is the date behind `Limits.first` of a node that is to end within a window (2.2).
    """
    window = window_of(node, settings)
    if window is None or window.earliest is None or window.role not in {"during", "at"}:
        return None
    if node.kind == "vision" or node.has_begun or not binds(window):
        return None
    if is_history(node, window, status_date):
        return None
    return window.earliest.toordinal() + 1


def _bounds(window: CoarseDate, length: Span, *, begun: bool) -> tuple[int, int]:
    """What a window that binds makes of the first day and of the end (SEMANTICS 2.2)."""
    earliest = window.earliest.toordinal() if window.earliest else None
    latest = window.latest.toordinal() if window.latest else None
    first, last = ANY_TIME, NEVER
    if window.role == "from":
        first = earliest or ANY_TIME
    elif window.role == "start_by":
        if latest is not None and not begun:
            last = later(latest, length)
    else:
        if latest is not None:
            last = latest + 1
        if earliest is not None and window.role in {"during", "at"} and not begun:
            first = earlier(earliest + 1, length)
    return first, last
