"""A date as a planner wrote it, with the window of days that it means."""

import datetime as dt
from dataclasses import dataclass

from strategy_planner.calendars.windows import Firmness, Precision, Role, Window
from strategy_planner.language import Message


@dataclass(frozen=True, slots=True)
class CoarseDate:
    """The text and its reading: inclusive days (None is open), and how it binds (SEMANTICS 2).

    ``convention`` says that the window rests on a convention of the program or the plan and not
    on the words alone.
    """

    text: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    role: Role
    firmness: Firmness
    convention: bool
    warnings: tuple[Message, ...] = ()


def within(text: str, window: Window, role: Role, firmness: Firmness) -> CoarseDate:
    """The reading of a window; an aim and a vague word are conventions by themselves."""
    return CoarseDate(
        text,
        window.first,
        window.last,
        window.precision,
        role,
        firmness,
        window.convention or firmness in {"target", "vague"},
        window.warnings,
    )


def open_from(text: str, window: Window) -> CoarseDate:
    """From the window's first day on, with no end."""
    return CoarseDate(
        text, window.first, None, window.precision, "from", "plain", window.convention,
        window.warnings,
    )  # fmt: skip


def recurring(text: str, reference: dt.date, *, stated: bool) -> CoarseDate:
    """Again and again from the day of writing; ``stated`` where the interval is named."""
    firmness: Firmness = "committed" if stated else "vague"
    return CoarseDate(text, reference, None, "recurring", "recurring", firmness, not stated)


def vague(text: str, reference: dt.date, latest: dt.date | None, role: Role) -> CoarseDate:
    """A word without a year, such as 早急に: from the day of writing, by convention."""
    return CoarseDate(text, reference, latest, "vague", role, "vague", convention=True)


def span(text: str, first: Window, last: Window) -> CoarseDate:
    """From the start of one window to the end of another; ValueError when that is before it."""
    if last.last < first.first:
        raise ValueError
    return CoarseDate(
        text, first.first, last.last, "range", "during", "plain",
        first.convention or last.convention, (*first.warnings, *last.warnings),
    )  # fmt: skip
