"""What can be done about a problem: the one action of its row, and where it is."""

from strategy_planner.language import Message, message

Way = tuple[Message, str]
"""What the action says, and where it goes to: a part of the inspector, empty for its top, or a page of
the answers."""

_TO_ITEM: Way = (message("To the item"), "")
_WHY: Way = (message("Why?"), "why")
_REPAIRS: Way = (message("Repairs"), "late")
_DEADLINES: Way = (message("By when?"), "decisions")
_CONNECT: Way = (message("Connect"), "needed_by")
_MEANS: Way = (message("Name the means"), "needs")
_DATE: Way = (message("Write the date"), "date")
_WAYS: dict[str, Way] = {
    "target_late": _REPAIRS,
    "item_late": _REPAIRS,
    "limit_missed": _REPAIRS,
    "window_missed": _REPAIRS,
    "aim_missed": _WHY,
    "option_late": _DEADLINES,
    "gate_request": _DEADLINES,
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
