"""What can stop a pack from being made."""

from strategy_planner.language import Message


class BriefingError(Exception):
    """The call asks for what the pack does not have; ``message`` says what."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.message = why


class Cancelled(Exception):  # noqa: N818 - it is no error: somebody asked for it
    """The pack was given up on request; nothing was written."""
