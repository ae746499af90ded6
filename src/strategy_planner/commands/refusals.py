"""What turns an error of any room into the one line that a command says."""

from pathlib import Path

from strategy_planner.briefing.errors import BriefingError
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.interchange import FormatError
from strategy_planner.language import Message, message
from strategy_planner.model.errors import PlanError


class CallError(Exception):
    """A call that a command cannot carry out; ``message`` says why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.message = why


def refusal_of(error: Exception) -> Message | None:
    """The line for an error that lies in the input; None for a fault of the program itself."""
    if isinstance(error, CallError | PlanError | FormatError | CalendarError | BriefingError):
        return error.message
    if isinstance(error, FileNotFoundError):
        file = Path(error.filename or "").absolute()
        return message("There is no file {name} in {folder}.", name=file.name, folder=file.parent)
    if isinstance(error, PermissionError):
        file = Path(error.filename or "")
        return message("{file}: you may not read or write this file.", file=file)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return message("{file}: {reason}", file=error.filename or "", reason=reason)
    from strategy_planner.storage.errors import StorageError

    return error.message if isinstance(error, StorageError) else None
