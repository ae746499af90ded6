"""A sentence that is kept as meaning and put into a language when it is shown."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.language.catalogue import say, say_plural

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the catalogue with its values; values may be messages and days themselves."""

    text: str
    values: Mapping[str, object]
    many: str | None = None

    def into(self, language: str) -> str:
        """The sentence in ``language`` (``ja`` or ``en``)."""
        values = {name: _shown(value, language) for name, value in self.values.items()}
        if self.many is None:
            return say(self.text, language, **values)
        count = values.pop("count")
        assert isinstance(count, int)  # noqa: S101 - message_plural() put it there
        return say_plural(self.text, self.many, count, language, **values)

    def __str__(self) -> str:
        return self.into("en")


def message(text: str, /, **values: object) -> Message:
    """A message of the catalogue: ``message("{number} has no owner", number=...)``."""
    return Message(text, values)


def message_plural(one: str, many: str, /, count: int, **values: object) -> Message:
    """A message that depends on a count, given to the texts as ``{count}``."""
    return Message(one, {"count": count, **values}, many)


def day_in_words(day: dt.date, language: str) -> str:
    """A day as people write it: ``2030年12月31日``, ``31 Dec 2030``."""
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _shown(value: object, language: str) -> object:
    if isinstance(value, Message):
        return value.into(language)
    if isinstance(value, dt.date):
        return day_in_words(value, language)
    return value
