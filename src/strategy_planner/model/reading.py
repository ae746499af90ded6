"""What is written in a field: values as planners read them, and what they type as values."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from strategy_planner.calendars.coarse import CoarseDate, read_date
from strategy_planner.calendars.durations import Duration, Unit, parse_duration
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_day, show_duration
from strategy_planner.language import message
from strategy_planner.model.creation import today
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import PlanSettings, Record

_UNITS: dict[str, Unit] = {
    "d": "d", "day": "d", "days": "d", "日": "d", "日間": "d",
    "wd": "wd", "working day": "wd", "working days": "wd", "営業日": "wd", "稼働日": "wd",
    "w": "w", "week": "w", "weeks": "w", "週": "w", "週間": "w",
    "mo": "mo", "month": "mo", "months": "mo", "か月": "mo", "ヶ月": "mo", "カ月": "mo",
    "ヵ月": "mo", "ケ月": "mo", "箇月": "mo", "月": "mo",
    "y": "y", "year": "y", "years": "y", "年": "y", "年間": "y",
}  # fmt: skip
_PART = re.compile(r"([0-9]{1,4}) ?([^0-9]+?) ?(?=[0-9]|$)")
_SEPARATORS = re.compile(r"[,、，;；\n]")
_MINUS = str.maketrans("−－‐–", "----")


def show(field: Field, value: Any, language: str) -> str:
    """A value as it stands in its line; what is not said is empty."""
    if value is None:
        return ""
    writer = _WRITERS.get(field.editor)
    return str(value) if writer is None else writer(value, language)


def read(field: Field, text: str, plan: Plan) -> Any:
    """What a line says, None or nothing for an empty one; PlanError where it says nothing known."""
    reader = _READERS.get(field.editor, _text)
    plain = text.strip()
    if reader is not _text:
        plain = unicodedata.normalize("NFKC", plain)
    if plain:
        try:
            return reader(plain, plan)
        except CalendarError as error:
            raise PlanError(error.message) from error
    if field.required:
        raise PlanError(message("“{field}” cannot be left empty.", field=field.label))
    return () if field.editor in {"texts", "days"} else None


def meaning_of(text: str, record: Record | None, settings: PlanSettings) -> CoarseDate:
    """The window of a date as written, read as the plan reads it; CalendarError for no date."""
    return read_date(
        text.strip(),
        getattr(record, "date_read_on", None)
        or settings.reference_date
        or settings.status_date
        or today(),
        settings.fiscal_year_start or 4,
        settings.conventions,
    )


def read_duration(text: str, *, signed: bool = False) -> str:
    """A duration in words (18か月, 1年6か月, 18 months) or as it is kept, as it is kept: 18mo."""
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip().lower()
    minus = "-" if plain.startswith("-") else ""
    body = plain.removeprefix("-").strip()
    parts = _PART.findall(body)
    units = [_UNITS.get(unit.strip()) for _, unit in parts]
    amounts = [int(amount) for amount, _ in parts]
    whole = "".join(map("".join, parts)).replace(" ", "") == body.replace(" ", "")
    if whole and units == ["y", "mo"]:
        kept = f"{minus}{amounts[0] * 12 + amounts[1]}mo"
    elif whole and len(units) == 1 and units[0]:
        kept = f"{minus}{amounts[0]}{units[0]}"
    else:
        kept = text.strip()
    return parse_duration(kept, signed=signed).text


def duration_in_words(text: str, language: str) -> str:
    """A kept duration in words, 96か月 or 96 months."""
    length = parse_duration(text, signed=True)
    if length.amount < 0:
        return f"-{show_duration(Duration(-length.amount, length.unit), language)}"
    return show_duration(length, language)


def _text(text: str, plan: Plan) -> str:
    del plan
    return text


def _day(text: str, plan: Plan) -> dt.date:
    settings = plan.settings
    reference = settings.reference_date or settings.status_date or today()
    window = read_date(text, reference, settings.fiscal_year_start or 4, settings.conventions)
    if window.earliest is None or window.earliest != window.latest:
        raise PlanError(
            message("“{text}” is not one day; write for example 2030-12-31.", text=text[:40])
        )
    return window.earliest


def _number(text: str, plan: Plan) -> int | float:
    del plan
    plain = text.translate(_MINUS).replace(",", "").replace(" ", "")
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise PlanError(message("“{text}” is no number.", text=text[:40]))
    return int(plain) if plain.lstrip("+-").isdecimal() else number


def _share(text: str, plan: Plan) -> int | float:
    if text.endswith("%"):
        return _number(text[:-1], plan) / 100
    return _number(text, plan)


def _integer(text: str, plan: Plan) -> int:
    number = _number(text, plan)
    if number != int(number):
        raise PlanError(message("“{text}” is no whole number.", text=text[:40]))
    return int(number)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


def _show_number(value: float, language: str) -> str:
    del language
    return f"{value:,}"


def _show_share(value: float, language: str) -> str:
    del language
    return f"{round(value * 100, 8):g} %"


def _show_list(values: tuple[str, ...], language: str) -> str:
    return ("、" if language == "ja" else ", ").join(values)


_WRITERS: dict[str, Callable[[Any, str], str]] = {
    "day": show_day,
    "duration": duration_in_words,
    "lag": duration_in_words,
    "number": _show_number,
    "share": _show_share,
    "integer": lambda value, _: str(value),
    "texts": _show_list,
    "days": lambda days, language: _show_list(
        tuple(show_day(day, language) for day in days), language
    ),
}
_READERS: dict[str, Callable[[str, Plan], Any]] = {
    "text": _text,
    "day": _day,
    "duration": lambda text, _: read_duration(text),
    "lag": lambda text, _: read_duration(text, signed=True),
    "number": _number,
    "share": _share,
    "integer": _integer,
    "texts": lambda text, _: tuple(_parts(text)),
    "days": lambda text, plan: tuple(_day(part, plan) for part in _parts(text)),
}
