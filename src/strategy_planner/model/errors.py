"""The one error of the model: a change that the rules refuse."""

from strategy_planner.language import Message


class PlanError(Exception):
    """A change or a plan that breaks a rule; nothing was changed.

    ``message`` tells a planner what is wrong and what would help; ``ids`` are the records to
    point at, for a cycle in its order.
    """

    def __init__(self, message: Message, ids: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.ids = ids

    def __str__(self) -> str:
        return self.message.into("en")
