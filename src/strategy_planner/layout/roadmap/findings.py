"""What stands beside a bar in words: lateness and missed aims, and by when to choose."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.decisions.choice_days import ChoiceDays
from strategy_planner.analysis.schedule import ItemDates
from strategy_planner.calendars.formatting import show_days, show_slack
from strategy_planner.language import message
from strategy_planner.layout.roadmap.months import short_day


@dataclass(frozen=True, slots=True)
class Pill:
    """A finding in words beside a bar, with its severity."""

    severity: Literal["error", "warning"]
    text: str


@dataclass(frozen=True, slots=True)
class ChoiceMarks:
    """The choices at an item: when each option closes, the last day to decide, and its words."""

    days: ChoiceDays
    words: str


def choice_marks(days: ChoiceDays | None, language: str) -> ChoiceMarks | None:
    """The marks of the choices at an item; None where it has none."""
    if days is None:
        return None
    words = ""
    if days.decide_by is not None:
        day = short_day(days.decide_by, language)
        words = _CHOICE_WORDS[days.standing](day).into(language)
    return ChoiceMarks(days, words)


_CHOICE_WORDS = {
    "open": lambda day: message("Decide by {day}", day=day),
    "decided": lambda day: message("Changeable until {day}", day=day),
    "missed": lambda day: message("Was to be decided by {day}", day=day),
}


def pill_of(dates: ItemDates, language: str) -> Pill | None:
    """Late and blocked in words; a missed aim is a warning, for it binds nothing."""
    if dates.state == "blocked":
        return Pill("error", message("Blocked by an obstacle").into(language))
    if dates.state == "late" and dates.total_slack_days is not None:
        words = show_slack(dates.total_slack_days, language)
        if dates.conditional:
            return Pill("warning", message("{shortfall} if chosen", shortfall=words).into(language))
        return Pill("error", words)
    if dates.aim_missed_days is not None and dates.state != "dormant":
        days = show_days(dates.aim_missed_days, language)
        return Pill("warning", message("{days} after the aim", days=days).into(language))
    return None
