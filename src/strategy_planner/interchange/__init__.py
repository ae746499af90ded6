"""Readers and writers of other formats; the plan as JSON is the first of them."""

from strategy_planner.language import Message


class FormatError(Exception):
    """A file that cannot be read as a plan; ``message`` says what is wrong and where."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.into("en")
