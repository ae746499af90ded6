"""Filters in words: what their fields and values are called, and what one asks for."""

from strategy_planner.analysis.item_filter import FIELDS, NONE, ItemFilter, values_in
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model.texts import text_of
from strategy_planner.model.words import NODE_KINDS, STATUSES

FIELD_WORDS: dict[str, Message] = {
    "kinds": message("Kind"),
    "tracks": message("Track"),
    "owners": message("Owner"),
    "statuses": message("Status"),
    "marks": message("Dates"),
    "tags": message("Tags"),
}
_NONE_WORDS: dict[str, Message] = {
    "tracks": message("No track"),
    "owners": message("No owner"),
    "statuses": message("No status"),
    "tags": message("No tag"),
}
_MARK_WORDS: dict[str, Message] = {
    "late": message("Too late or blocked"),
    "undated": message("No date is written"),
}


def value_words(workspace: Workspace, field: str, value: str) -> str:
    """A value of a field as planners say it."""
    language = workspace.language
    if value == NONE:
        return _NONE_WORDS[field].into(language)
    if field == "kinds":
        return NODE_KINDS[value].into(language)
    if field == "statuses":
        return STATUSES[value].into(language)
    if field == "marks":
        return _MARK_WORDS[value].into(language)
    if field == "tags":
        return value
    return _name(workspace, "track" if field == "tracks" else "organisation", value)


def offered(workspace: Workspace, field: str) -> dict[str, int]:
    """The values that can be asked for and how many items have each, in the order of the words."""
    counted = values_in(workspace.plan, workspace.schedule, field)
    if field == "marks":
        return {mark: counted.get(mark, 0) for mark in _MARK_WORDS}
    orders = {"kinds": list(NODE_KINDS), "statuses": list(STATUSES)}
    order = orders.get(field, list(counted))
    names = sorted(counted, key=lambda value: (value == NONE, order.index(value) if value else 0))
    return {value: counted[value] for value in names}


def in_words(workspace: Workspace, wanted: ItemFilter) -> str:
    """What a filter asks for, as one line: ``Kind: Action, State · Dates: Too late``."""
    tr = workspace.tr
    parts = []
    for field in FIELDS:
        values = [value_words(workspace, field, one) for one in sorted(getattr(wanted, field))]
        if values:
            glue = tr(" and ") if field in wanted.every else tr(", ")
            name = FIELD_WORDS[field].into(workspace.language)
            parts.append(tr("{field}: {values}", field=name, values=glue.join(values)))
    return " · ".join(parts)


def _name(workspace: Workspace, kind: str, name: str) -> str:
    """The name of a track or an owner in the language shown."""
    plan = workspace.plan
    found = next(
        (one for one in plan.records(kind).values() if getattr(one, "name", None) == name), None
    )
    return name if found is None else text_of(plan, found, "name", workspace.language) or name
