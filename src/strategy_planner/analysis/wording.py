"""Values of sentences that are said differently in each language: items, spans of days."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.analysis.kpis.figures import given_value
from strategy_planner.calendars.durations import Duration
from strategy_planner.calendars.formatting import show_days
from strategy_planner.language import Message, message, message_plural
from strategy_planner.language.catalogue import LANGUAGES
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name


@dataclass(frozen=True, slots=True)
class InEachLanguage(Message):
    """A text that the plan itself holds in several languages; ``values`` are by language."""

    def into(self, language: str) -> str:
        """The text in ``language``, else the base text."""
        return str(self.values.get(language, self.text))


@dataclass(frozen=True, slots=True)
class DaysInWords(Message):
    """A number of days as people read it: days, months or years (VISUAL, principle 5)."""

    def into(self, language: str) -> str:
        """``54日``, ``11 months``, ``4年6か月``."""
        days = self.values["days"]
        assert isinstance(days, int)  # noqa: S101 - days_in_words() put it there
        return show_days(days, language)


def named(plan: Plan, node_id: str) -> Message:
    """Number and title of an item, in the language of the reader."""
    if not plan.translations:
        return InEachLanguage(label(plan, node_id, LANGUAGES[0]), {})
    texts = {language: label(plan, node_id, language) for language in LANGUAGES}
    return InEachLanguage(node_id, texts)


def titled(plan: Plan, record_id: str, field: str) -> Message:
    """The title or name of a register item, a gate, a choice; its id where it has none."""
    found = plan.find(record_id)
    base = (getattr(found[1], field) if found else None) or record_id
    texts = {
        language: translation.text
        for language in LANGUAGES
        if (translation := plan.translations.get(f"{record_id}/{field}/{language}"))
    }
    return InEachLanguage(str(base), texts)


def option_named(plan: Plan, choice: str, option: str) -> Message:
    """The name of a choice's option, in the language of the reader."""
    texts = {language: option_name(plan, choice, option, language) for language in LANGUAGES}
    return InEachLanguage(option, texts)


def reached_value(plan: Plan, kpi: str) -> Message:
    """The value with which a KPI counts as reached, with its unit."""
    record = plan.kpis[kpi]
    figure = given_value(float(record.reached_at or 0))
    if not record.unit:
        return InEachLanguage(figure, {})
    return message("{value} {unit}", value=figure, unit=titled(plan, kpi, "unit"))


def listed(parts: Iterable[Message]) -> Message:
    """Several names in one sentence, each in the language of the reader."""
    kept = list(parts)
    texts = {language: ", ".join(part.into(language) for part in kept) for language in LANGUAGES}
    texts["ja"] = "、".join(part.into("ja") for part in kept)
    return InEachLanguage(texts["en"], texts)


def days_in_words(days: int) -> Message:
    """A number of days for people."""
    return DaysInWords("", {"days": days})


def duration_in_words(duration: Duration) -> Message:
    """``3 months``; the amount without its sign."""
    count = abs(duration.amount)
    match duration.unit:
        case "d":
            return message_plural("{count} day", "{count} days", count)
        case "wd":
            return message_plural("{count} working day", "{count} working days", count)
        case "w":
            return message_plural("{count} week", "{count} weeks", count)
        case "mo":
            return message_plural("{count} month", "{count} months", count)
        case "y":
            return message_plural("{count} year", "{count} years", count)


def link_in_words(kind: str, lag: Duration | None) -> Message | None:
    """How a link ties two dates, None for plain finish-start (SEMANTICS 3.1)."""
    if kind == "FS" and (lag is None or lag.amount == 0):
        return None
    kinds = {
        "FS": message("FS finish-start"),
        "SS": message("SS start-start"),
        "FF": message("FF finish-finish"),
        "SF": message("SF start-finish"),
    }
    if lag is None or lag.amount == 0:
        return kinds[kind]
    length = duration_in_words(lag)
    if lag.amount < 0:
        return message("{kind}, {length} before", kind=kinds[kind], length=length)
    return message("{kind}, {length} later", kind=kinds[kind], length=length)
