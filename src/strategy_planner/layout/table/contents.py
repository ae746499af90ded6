"""What stands in the cells of a table, as text and as what it is sorted by."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from typing import Any

from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.analysis.state_words import state_word
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.layout.table.columns import CALLED, Column
from strategy_planner.model.cells import show_cell, value_of
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.field_names import FIELD_NAMES
from strategy_planner.model.naming import NAMED_BY, name_of_record
from strategy_planner.model.plan import Plan
from strategy_planner.model.reading import meaning_of
from strategy_planner.model.records import Record
from strategy_planner.model.words import LANGUAGES

_DAYS = {"d": 1.0, "wd": 1.4, "w": 7.0, "mo": 30.44, "y": 365.24}
_STATES = ("late", "blocked", "critical", "ok", "done", "dormant", "unanchored")

SortKey = tuple[Any, ...] | None
"""Compares within one column; None where the cell is empty, which stands last either way."""


class Contents:
    """The cells of one plan in one language; texts are kept until an edit touches them."""

    def __init__(self, plan: Plan, schedule: Schedule, language: str) -> None:
        self.plan, self.schedule, self.language = plan, schedule, language
        self._texts: dict[tuple[str, str], str] = {}
        self._searched: dict[tuple[str, tuple[str, ...]], str] = {}

    def record(self, kind: str, record_id: str) -> Record:
        """The record of a row as it now is."""
        return self.plan.records(kind)[record_id]

    def text(self, kind: str, record_id: str, column: Column) -> str:
        """What stands in a cell."""
        if column.field is None:
            return self._computed(kind, record_id, column)
        key = (record_id, column.key)
        text = self._texts.get(key)
        if text is None:
            value = self.value(kind, record_id, column)
            text = self._texts[key] = show_cell(self.plan, column.field, value, self.language)
        return text

    def searched(
        self, kind: str, record_id: str, columns: tuple[Column, ...], keys: tuple[str, ...]
    ) -> str:
        """All that a row says in these columns, with its number, without case and width.

        ``keys`` are those of the columns.
        """
        key = (record_id, keys)
        said = self._searched.get(key)
        if said is None:
            number = getattr(self.record(kind, record_id), "number", None) or ""
            texts = (self.text(kind, record_id, column) for column in columns)
            said = self._searched[key] = folded("\n".join((number, *texts)))
        return said

    def value(self, kind: str, record_id: str, column: Column) -> Any:
        """The value of a cell that is a field."""
        assert column.field is not None  # noqa: S101 - what is computed has no value
        return value_of(self.plan, self.record(kind, record_id), column.field, self.language)

    def sort_key(self, kind: str, record_id: str, column: Column) -> SortKey:
        """What a column is sorted by: time, size or the order of its words, not its text."""
        if column.field is None:
            return self._computed_key(kind, record_id, column)
        value = self.value(kind, record_id, column)
        if value is None or value in ((), "", {}, (None, None)):
            return None
        by = _KEYS.get(column.field.editor)
        if by is not None:
            return by(self, column, value, self.record(kind, record_id))
        return (self.text(kind, record_id, column).casefold(),)

    def forget(self, change_set: ChangeSet, schedule: Schedule) -> None:
        """Let go of the texts that an edit may have changed."""
        self.schedule = schedule
        self._searched.clear()
        if all(map(_is_inside, change_set.changes)):
            touched = change_set.ids
            self._texts = {key: text for key, text in self._texts.items() if key[0] not in touched}
        else:
            self._texts.clear()

    def _computed(self, kind: str, record_id: str, column: Column) -> str:
        if column.key == CALLED:
            return name_of_record(self.plan, kind, self.record(kind, record_id), self.language)
        if kind == "translation":
            return self._translated(record_id, column)
        dates = self.schedule.items.get(record_id)
        if dates is None:
            return ""
        if column.key == "slack":
            days = dates.total_slack_days
            return "" if days is None else show_slack(days, self.language)
        if column.key == "schedule_state":
            return state_word(dates, self.language)
        day = self._day(record_id, column.key, dates)
        return "" if day is None else show_day(day, self.language)

    def _translated(self, record_id: str, column: Column) -> str:
        found = self.plan.translations[record_id]
        if column.key == "language":
            word = LANGUAGES.get(found.language)
            return found.language if word is None else word.into(self.language)
        known = FIELD_NAMES.get(found.field)
        return found.field if known is None else known.into(self.language)

    def _day(self, record_id: str, key: str, dates: ItemDates) -> dt.date | None:
        if key == "early_finish":
            return early_last_day(self.plan, self.schedule, record_id)
        if key == "late_finish":
            return late_last_day(self.plan, self.schedule, record_id)
        return dates.early_start if key == "early_start" else dates.late_start

    def _computed_key(self, kind: str, record_id: str, column: Column) -> SortKey:
        dates = self.schedule.items.get(record_id) if kind == "node" else None
        if dates is None:
            text = self._computed(kind, record_id, column)
            return (text.casefold(),) if text else None
        if column.key == "slack":
            return None if dates.total_slack_days is None else (dates.total_slack_days,)
        if column.key == "schedule_state":
            return (_STATES.index(dates.state),)
        day = self._day(record_id, column.key, dates)
        return None if day is None else (day,)


def folded(text: str) -> str:
    """A text without the differences of case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def _is_inside(change: Change) -> bool:
    """Whether a change shows in the cells of its own record only: it is not called otherwise."""
    if change.before is None or change.after is None or change.record == "settings":
        return False
    if change.record in {"translation", "measurement", "contribution", "link"}:
        return change.record != "translation"
    names = (NAMED_BY[change.record], "number")
    return all(
        getattr(change.before, name, None) == getattr(change.after, name, None) for name in names
    )


def _by_length(contents: Contents, column: Column, value: str, record: Record) -> SortKey:
    del contents, column, record
    length = parse_duration(value, signed=True)
    return (length.amount * _DAYS[length.unit],)


def _by_window(contents: Contents, column: Column, value: str, record: Record) -> SortKey:
    """Dates as written by the days that they mean; what no date can be read from stands last."""
    del column
    try:
        window = meaning_of(value, record, contents.plan.settings)
    except CalendarError:
        return None
    day = window.earliest or window.latest
    return None if day is None else (day, window.latest or day)


def _by_word(contents: Contents, column: Column, value: Any, record: Record) -> SortKey:
    del contents, record
    words = list(column.field.words or {}) if column.field else []
    return (words.index(value) if value in words else len(words),)


_KEYS: dict[str, Callable[[Contents, Column, Any, Record], SortKey]] = {
    "number": lambda _, __, value, ___: (value,),
    "share": lambda _, __, value, ___: (value,),
    "integer": lambda _, __, value, ___: (value,),
    "day": lambda _, __, value, ___: (value,),
    "duration": _by_length,
    "lag": _by_length,
    "date": _by_window,
    "choice": _by_word,
}
