"""The last repair: the promise itself, moved to the last day that can be reached."""

import dataclasses
import datetime as dt
from typing import Any

from strategy_planner.analysis.limits import binds, is_history, window_of
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.analysis.spans import Span, earlier, later
from strategy_planner.analysis.wording import named
from strategy_planner.calendars.coarse import CoarseDate
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.records import Node

_ONE_DAY = dt.timedelta(days=1)


def moved_target(trial: Trial) -> Proposal | None:
    """Each missed limit of the item, moved to the last day of its earliest finish; None where
    there is no such day. It is offered, and done only by an explicit decision.
    """
    if trial.is_blocked:
        return None
    node = trial.plan.nodes[trial.target]
    place = trial.network.index[trial.target]
    reached = dt.date.fromordinal(trial.early.finish[place]) - _ONE_DAY
    missed = dt.date.fromordinal(trial.network.limits[place].last) - _ONE_DAY
    fields: dict[str, Any] = {
        name: reached
        for name in ("target", "not_after")
        if (limit := getattr(node, name)) is not None and limit < reached
    }
    written = _written(trial, node, place, reached)
    if written is not None:
        fields["date"] = written
    change_set = edits.set_fields(trial.plan, "node", node.id, **fields)
    label = message(
        "Move the date of {item} from {before} to {day}, the earliest that can be met (by "
        "explicit decision only)",
        item=named(trial.plan, node.id), before=missed, day=reached,
    )  # fmt: skip
    return Proposal(
        "move_target",
        (node.id,),
        dataclasses.replace(change_set, label=label),
        DEPTH["move_target"],
        trial.shortage,
    )


def _written(trial: Trial, node: Node, place: int, reached: dt.date) -> str | None:
    """The date as written anew, in the language it was written in, where it is missed too."""
    window = window_of(node, trial.plan.settings)
    if window is None or window.latest is None or not _counts(trial, node, window):
        return None
    english = window.text.isascii()
    if window.role == "start_by" and node.kind != "vision":
        start = _start_for(reached, trial.network.length[place])
        if window.latest >= start:
            return None
        return f"start by {start}" if english else f"{_in_japanese(start)}着手"
    if window.latest >= reached:
        return None
    return f"by {reached}" if english else f"{_in_japanese(reached)}まで"


def _counts(trial: Trial, node: Node, window: CoarseDate) -> bool:
    """Whether the date as written is a limit at all (SEMANTICS 2.2 to 2.4)."""
    if node.kind == "vision":
        return True
    return binds(window) and not is_history(node, window, trial.status_date)


def _start_for(reached: dt.date, length: Span) -> dt.date:
    """The first day from which work of this length lasts at least until ``reached``."""
    end = reached.toordinal() + 1
    start = earlier(end, length)
    while later(start, length) < end:
        start += 1
    return dt.date.fromordinal(start)


def _in_japanese(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
