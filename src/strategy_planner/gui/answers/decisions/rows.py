"""The rows of the decision calendar: a heading for each fiscal year, a mark for each deadline."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.analysis.decisions.deadlines import Deadline, DeadlineKind
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.calendars.formatting import show_fiscal_year
from strategy_planner.gui.answers.decisions.answer import Calendar
from strategy_planner.gui.answers.sentences import Mark, Sentence
from strategy_planner.language import say
from strategy_planner.layout.badges import badge_mark
from strategy_planner.layout.marks import closing_mark, decision_mark, gate_mark, severity_mark
from strategy_planner.layout.shapes import Stroke

_MARKS: dict[DeadlineKind, Mark] = {
    "choice": partial(decision_mark, fill="ink"),
    "item": partial(decision_mark, fill="surface", stroke=Stroke("ink", 1.2)),
    "option": closing_mark,
    "gate": gate_mark,
    "last_gate": gate_mark,
    "signpost": partial(badge_mark, "signpost"),
}


def rows_of(answer: Calendar, language: str) -> Iterator[Sentence]:
    """The deadlines by fiscal year; what has no day stands under a heading of its own."""
    settings = answer.plan.settings
    month = settings.fiscal_year_start or 4
    before: int | None = -1
    for deadline, words in answer.rows:
        year = None if deadline.day is None else fiscal_year(deadline.day, month)
        if year != before:
            before = year
            heading = say("Without a last day", language)
            if year is not None:
                is_era = settings.show_era is not False
                heading = show_fiscal_year(year, language, show_era=is_era, start_month=month)
            yield Sentence(heading, ("year", year), is_heading=True)
        yield Sentence(words.into(language), deadline.key, mark_of(deadline))


def mark_of(deadline: Deadline) -> Mark:
    """Octagon where the day has passed, triangle where it is near, else the sign of its kind."""
    if deadline.is_missed:
        return partial(severity_mark, "error")
    if deadline.is_near:
        return partial(severity_mark, "warning")
    return _MARKS[deadline.kind]
