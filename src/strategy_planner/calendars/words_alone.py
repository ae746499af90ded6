"""Words that stand for a date without naming a year: at once, soon, step by step, every year."""

import re
from collections.abc import Mapping
from typing import Literal

from strategy_planner.calendars.coarse_date import CoarseDate, recurring, vague
from strategy_planner.calendars.context import Context

Word = Literal["every", "regularly", "at once", "urgently", "without delay", "soon", "step by step"]


def read_word_alone(
    written: str, text: str, context: Context, words: Mapping[Word, re.Pattern[str]]
) -> CoarseDate | None:
    """The reading of a text that begins as one of ``words``; None where it begins otherwise."""
    word = next((word for word, pattern in words.items() if pattern.match(text)), None)
    reference = context.reference
    match word:
        case "every" | "regularly":
            return recurring(written, reference, stated=word == "every")
        case "at once":
            latest = context.after(context.months("immediately_months"))
            return vague(written, reference, latest, "start_by")
        case "urgently":
            latest = context.after(context.months("urgently_months"))
            return vague(written, reference, latest, "start_by")
        case "without delay":
            return vague(written, reference, None, "start_by")
        case "soon":
            latest = context.after(context.months("soon_months"))
            return vague(written, reference, latest, "by")
        case "step by step":
            return vague(written, reference, None, "from")
        case _:
            return None
