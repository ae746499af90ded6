"""A month or a day without a year: of the year of writing, told where that is doubtful."""

from strategy_planner.calendars.context import Context
from strategy_planner.calendars.windows import Window
from strategy_planner.language import message

_LATE_IN_THE_YEAR = 4


def of_the_year_of_writing(text: str, window: Window, context: Context) -> Window:
    """``window``, warned of when it names January to March and was written after April."""
    if not window.first.month < _LATE_IN_THE_YEAR <= context.reference.month:
        return window
    return window.warned(
        message(
            "“{text}” names no year and was read as {year}; if the next year is meant, "
            "write the year.",
            text=text[:20],
            year=context.reference.year,
        )
    )
