"""The one error of the calendars: a text or a day that cannot be read or reached."""

from strategy_planner.language import Message


class CalendarError(ValueError):
    """A date, a duration or a sum that cannot be; ``message`` says what would be readable."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.into("en")
