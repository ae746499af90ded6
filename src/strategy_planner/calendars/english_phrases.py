"""What English planners say of a date: by, within, around, from, early, every ... (DOMAIN 2.4)."""

import datetime as dt
import re
from dataclasses import replace

from strategy_planner.calendars.coarse_date import (
    CoarseDate,
    open_from,
    span,
    within,
)
from strategy_planner.calendars.context import Context
from strategy_planner.calendars.english import END_FORMS, VAGUE_FORMS, read_english_core
from strategy_planner.calendars.windows import Window
from strategy_planner.calendars.words_alone import Word, read_word_alone

_WORDS: dict[Word, re.Pattern[str]] = {
    "every": re.compile(
        r"(?:(?:every|each)\b.*|yearly|annual(?:ly)?|monthly|quarterly|biennial(?:ly)?|"
        r"half-yearly)$"
    ),
    "regularly": re.compile(
        r"(?:regular(?:ly)?|periodic(?:ally)?|continuous(?:ly)?|as needed|ongoing)$"
    ),
    "at once": re.compile(r"(?:start )?(?:immediately|at once|right away|straight away)$"),
    "urgently": re.compile(r"(?:urgently|promptly|as soon as possible|asap|quickly)$"),
    "without delay": re.compile(r"without (?:undue )?delay$"),
    "soon": re.compile(r"(?:soon|at an early date|early|before long)$"),
    "step by step": re.compile(
        r"(?:step by step|in steps|gradually|in stages|in phases|start|begin)$"
    ),
}
_BY = re.compile(r"(?:no later than|not later than|by|until|till|up to|before the end of)\s+(.+)")
_WITHIN = re.compile(r"(?:within|in the course of)\s+(.+)")
_AIM = re.compile(
    r"(?:by )?(?:around|about|circa|ca|c|approximately|roughly|some time in|target(?:ed|ing)?(?: for)?|"
    r"aim(?:ed|ing)?(?: at| for)|towards?|expected(?: in| by)?)\s+(?:by )?(.+)"
)
_AIM_AFTER = re.compile(r"(.+?)\s+(?:\(?target\)?|\(?aim\)?|or so|approximately|\(?tbc\)?)")
_FROM = re.compile(r"(?:from|since|as of|starting(?: in| from)?)\s+(.+?)(?: on(?:wards?)?)?")
_AFTER = re.compile(r"after\s+(.+)")
_FROM_AFTER = re.compile(r"(.+?)\s+(?:or later|and after|onwards?|and later|on)")
_START_BY = re.compile(r"(?:start|begin|launch)\s+(?:by|in|no later than)\s+(.+)")
_STEPS_FROM = re.compile(
    r"(?:step by step|gradually|in stages|rolling|in phases)\s+(from(?: around| about)?|around|in)\s+(.+)"
)
_STEPS_AFTER = re.compile(
    r"(from (?:around |about )?|around |about )?(.+?)\s+(?:step by step|gradually|in stages)"
)
_DURING = re.compile(r"(?:during|throughout|over)\s+(.+)")
_JOIN = re.compile(r"\s*(?:\bto\b|\band\b|\bthrough\b|\buntil\b|-)\s*")
_IN = re.compile(r"(?:in|on|at)\s+(.+)")


def read_english(written: str, text: str, context: Context) -> CoarseDate | None:
    """The reading of ``text`` (in `english_spelling`), None where it is no English date.

    ``written`` is what the planner wrote. Raises ValueError for days that never were.
    """
    for reader in (_without_year, _plain, _range, _in_steps, _modified, _said_twice):
        found = reader(written, text, context)
        if found is not None:
            return found
    return None


def _without_year(written: str, text: str, context: Context) -> CoarseDate | None:
    return read_word_alone(written, text, context, _WORDS)


def _range(written: str, text: str, context: Context) -> CoarseDate | None:
    for join in _JOIN.finditer(text):
        start = re.sub(r"^(?:from|between|during)\s+", "", text[: join.start()])
        end = text[join.end() :]
        last = read_english_core(_with_unit(end, start), context)
        if last is None or not start:
            continue
        first = read_english_core(_with_unit(start, end), context)
        if first is not None:
            return span(written, first, last)
    return None


def _with_unit(part: str, other: str) -> str:
    """A part of a range with what only the other part names: ``april`` to june 2031."""
    other_year = re.search(r"(fy ?|(?:fiscal|financial) (?:year )?)?(\d{4})(?!s)", other)
    if other_year is None:
        return part
    if re.fullmatch(r"\d{4}", part):
        return f"fy{part}" if other_year[1] else part
    if re.fullmatch(r"\d{2}", part) and other_year[1] and other == other_year[0]:
        return f"fy{other_year[2][:2]}{part}"
    if re.search(r"\d{4}", part):
        return part
    year = f"fy{other_year[2]}" if other_year[1] else other_year[2]
    month = re.search(r"[a-z]{3,}", other)
    if part.isdigit() and month is not None:
        return f"{part} {month[0]} {year}"
    return f"{part} {year}"


def _in_steps(written: str, text: str, context: Context) -> CoarseDate | None:
    found = _STEPS_FROM.fullmatch(text)
    word, core = (found[1], found[2]) if found else ("", "")
    if not found:
        after = _STEPS_AFTER.fullmatch(text)
        if after is None:
            return None
        word, core = (after[1] or "in").strip(), after[2]
    window = read_english_core(core, context)
    if window is None:
        return None
    return within(written, window, "rolling", "vague" if word in {"from", "in"} else "target")


def _modified(written: str, text: str, context: Context) -> CoarseDate | None:
    start_by = _START_BY.fullmatch(text)
    if start_by:
        window = read_english_core(start_by[1], context)
        return None if window is None else within(written, window, "start_by", "plain")
    for pattern in (_AIM, _AIM_AFTER):
        found = pattern.fullmatch(text)
        window = found and read_english_core(found[1], context)
        if window:
            return within(written, window, "by", "target")
    for pattern in (_FROM, _FROM_AFTER):
        found = pattern.fullmatch(text)
        window = found and read_english_core(found[1], context)
        if window:
            return open_from(written, window)
    found = _AFTER.fullmatch(text)
    window = found and read_english_core(found[1], context)
    if window:
        next_day = window.last + dt.timedelta(days=1)
        return open_from(written, replace(window, first=next_day))
    for pattern in (_BY, _WITHIN):
        found = pattern.fullmatch(text)
        window = found and read_english_core(found[1], context)
        if window and found:
            vague_words = pattern is _BY and _is_vague(found[1], window)
            return within(written, window, "by", "vague" if vague_words else "committed")
    found = _DURING.fullmatch(text)
    window = found and read_english_core(found[1], context)
    return within(written, window, "during", "plain") if window else None


def _said_twice(written: str, text: str, context: Context) -> CoarseDate | None:
    """``FY2020 (Apr 2020-Mar 2021)``, as the program itself shows a fiscal year."""
    found = re.fullmatch(r"([^()]+) \(([^()]+)\)", text)
    if found is None:
        return None
    said, again = (read_english(written, part, context) for part in found.groups())
    if said is None or again is None:
        return None
    same = (said.earliest, said.latest) == (again.earliest, again.latest)
    return said if same else None


def _plain(written: str, text: str, context: Context) -> CoarseDate | None:
    core = _IN.sub(r"\1", text) if _IN.fullmatch(text) else text
    window = read_english_core(core, context)
    if window is None:
        return None
    if re.match(END_FORMS, core):
        return within(written, window, "by", "committed")
    if _is_vague(core, window):
        return within(written, window, "by", "vague")
    return within(written, window, "at", "plain")


def _is_vague(core: str, window: Window) -> bool:
    return window.convention and re.match(VAGUE_FORMS, core) is not None
