"""What can be done about a problem: the one action of its row, and where in the inspector it is."""

from strategy_planner.language import Message, message

Way = tuple[Message, str]
"""What the action says, and the part of the inspector that it goes to; empty for its top."""

_TO_ITEM: Way = (message("To the item"), "")
_WHY: Way = (message("Why?"), "why")
_CONNECT: Way = (message("Connect"), "needed_by")
_MEANS: Way = (message("Name the means"), "needs")
_DATE: Way = (message("Write the date"), "date")
_WAYS: dict[str, Way] = {
    "target_late": _WHY,
    "item_late": _WHY,
    "limit_missed": _WHY,
    "window_missed": _WHY,
    "aim_missed": _WHY,
    "option_late": _WHY,
    "serves_nothing": _CONNECT,
    "without_means": _MEANS,
    "vision_without_chain": _MEANS,
    "vision_without_date": _DATE,
    "window_passed": _DATE,
    "vague_date": _DATE,
    "started_without_day": (message("Write the day"), "actual_start"),
    "finish_not_recorded": (message("Write the day"), "actual_finish"),
    "not_before_too_late": (message("Change the limit"), "not_before"),
    "duplicate_number": (message("Change the number"), "number"),
    "obstacle_without_resolver": (message("Name what resolves it"), "resolved_by"),
}


def way_out(rule: str) -> Way:
    """The action for a finding of that rule."""
    return _WAYS.get(rule, _TO_ITEM)
