"""Reads a date as a planner writes it, in Japanese or in English (DOMAIN 2.4, SEMANTICS 2)."""

import datetime as dt
import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.context import Context
from strategy_planner.calendars.durations import FIRST_YEAR, LAST_YEAR
from strategy_planner.calendars.english_phrases import read_english
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.japanese_phrases import read_japanese
from strategy_planner.calendars.spelling import english_spelling, japanese_spelling
from strategy_planner.language import message

__all__ = ["CoarseDate", "read_date"]
LONGEST = 100
"""Characters beyond which a text is no date."""


def read_date(
    text: str,
    reference: dt.date,
    fiscal_year_start: int = 4,
    conventions: Mapping[str, object] | None = None,
) -> CoarseDate:
    """The window that ``text`` means, read from the day ``reference`` on which it was written.

    ``fiscal_year_start`` is the first month of the fiscal year; ``conventions`` are the plan's
    own (`calendars.conventions`). Raises CalendarError, saying what could be read, for anything
    that cannot.
    """
    key = json.dumps(conventions, sort_keys=True) if conventions else ""
    return _read(text, reference, fiscal_year_start, key)


@lru_cache(maxsize=8192)
def _read(text: str, reference: dt.date, fiscal_year_start: int, conventions: str) -> CoarseDate:
    if len(text) > LONGEST or any(unicodedata.category(c) in {"Cc", "Cs"} for c in text):
        raise _unreadable(text)
    context = Context(
        reference, fiscal_year_start, json.loads(conventions) if conventions else None
    )
    try:
        found = read_english(text, english_spelling(text), context) or read_japanese(
            text, japanese_spelling(text), context
        )
    except CalendarError:
        raise
    except (ValueError, OverflowError):
        found = None
    if found is None or not _plannable(found):
        raise _unreadable(text)
    return found


def _plannable(found: CoarseDate) -> bool:
    days = [day for day in (found.earliest, found.latest) if day is not None]
    return all(FIRST_YEAR <= day.year <= LAST_YEAR for day in days)


def _unreadable(text: str) -> CalendarError:
    shown = "".join(c if c.isprintable() else "·" for c in text[:40])
    return CalendarError(
        message(
            "“{text}” cannot be read as a date; write for example 2030-12-31, FY2030, by 2030, "
            "around 2035, early 2031, H1 FY2031, Q2 2031, July 2031 or FY2030–FY2032.",
            text=shown + ("…" if len(text) > len(shown) else ""),
        )
    )
