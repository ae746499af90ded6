"""The one error of the model: a change that the rules refuse."""

from strategy_planner.language import Message


class PlanError(Exception):
    """A change or a plan that breaks a rule; nothing was changed.

    ``message`` tells a planner what is wrong and what would help; ``ids`` are the records to
    point at, for a cycle in its order; ``field`` is the key of the field that is wrong, where
    it is one.
    """

    def __init__(
        self, message: Message, ids: tuple[str, ...] = (), field: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.ids = ids
        self.field = field

    def __str__(self) -> str:
        return self.message.into("en")
