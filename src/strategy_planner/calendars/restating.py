"""Writes a date anew over another period, keeping how it binds and the planner's own wording."""

from collections.abc import Callable, Iterator

from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.periods import Unit, period_name
from strategy_planner.calendars.windows import Firmness, Role, Window

Reader = Callable[[str], CoarseDate]
"""Reads a text as the plan would."""

_FORMS: dict[tuple[Role, Firmness], tuple[str, str]] = {
    ("at", "plain"): ("{}", "{}"),
    ("by", "committed"): ("{}まで", "by {}"),
    ("by", "target"): ("{}目途", "around {}"),
    ("by", "vague"): ("{}早期", "early {}"),
    ("from", "plain"): ("{}から", "from {}"),
    ("from", "vague"): ("{}から順次", "step by step from {}"),
    ("start_by", "plain"): ("{}着手", "start by {}"),
    ("start_by", "vague"): ("{}早期", "early {}"),
    ("rolling", "target"): ("{}目途に順次実施", "step by step around {}"),
    ("rolling", "vague"): ("{}から順次", "step by step from {}"),
}


def state(
    role: Role, firmness: Firmness, window: Window, unit: Unit, language: str, start: int
) -> str:
    """A period with the words of a role and a firmness; the period alone where there are none."""
    name = period_name(window, unit, language, start)
    forms = _FORMS.get((role, firmness), ("{}", "{}"))
    return forms[0 if language == "ja" else 1].format(name)


def restate(
    written: CoarseDate, window: Window, unit: Unit, language: str, start: int, read: Reader
) -> str:
    """The date as written, but over ``window``: 目途 stays 目途, 内 stays 内.

    Where its own wording cannot carry the new period, the usual words of its role and firmness.
    """
    name = period_name(window, unit, language, start)
    usual = state(written.role, written.firmness, window, unit, language, start)
    for text in (*_in_own_words(written.text, name, language, read), usual):
        found = _reading(text, read)
        if found is not None and _binds_alike(found, written, window):
            return text
    return usual


def state_range(first: Window, last: Window, unit: Unit, language: str, start: int) -> str:
    """From one period to another: ``2021年度～2023年度``, ``FY2021 to FY2023``."""
    names = [period_name(window, unit, language, start) for window in (first, last)]
    if names[0] == names[1]:
        return names[0]
    return ("～" if language == "ja" else " to ").join(names)


def _in_own_words(text: str, name: str, language: str, read: Reader) -> Iterator[str]:
    """The planner's text with the new period in the place of its own.

    Japanese says how a date binds after it, English before it.
    """
    if text.isascii() == (language == "ja"):
        return
    for length in range(len(text), 0, -1):
        part = text[:length] if language == "ja" else text[-length:]
        if part != part.strip():
            continue
        found = _reading(part, read)
        if found is not None and (found.role, found.firmness) == ("at", "plain"):
            yield name + text[length:] if language == "ja" else text[: len(text) - length] + name
            return


def _reading(text: str, read: Reader) -> CoarseDate | None:
    try:
        return read(text)
    except CalendarError:
        return None


def _binds_alike(found: CoarseDate, written: CoarseDate, window: Window) -> bool:
    """Whether a text means the period, and binds as the one before."""
    same = (found.role, found.firmness) == (written.role, written.firmness)
    return same and (found.earliest == window.first or found.latest == window.last)
