"""Rules on who changes what: owners, and technology, behaviour and institutions together.

The expert's checks B16 and B21 of DOMAIN 1.4.
"""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.quality.rule import MEANS, Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named, titled
from strategy_planner.language import message
from strategy_planner.model.plan import Plan

_SOON = dt.timedelta(days=730)
_ENOUGH_FOR_SEVERAL = 10
_CHANGES = {
    "technology": message("No action or enabler changes technology."),
    "behaviour": message("No action or enabler changes behaviour."),
    "institution": message("No action or enabler changes institutions."),
}


def _owners(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    until = schedule.status_date + _SOON
    for id_, dates in schedule.items.items():
        node = plan.nodes[id_]
        if node.kind not in MEANS or node.is_done or dates.state == "dormant":
            continue
        if dates.early_start is not None and dates.early_start <= until:
            yield (id_,), None if node.owner else message(
                "{item} is to begin within two years and has no owner.", item=named(plan, id_)
            )  # fmt: skip


def _several_owners(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    owners = [
        plan.nodes[id_].owner
        for id_ in schedule.items
        if plan.nodes[id_].kind in MEANS and plan.nodes[id_].owner
    ]
    if len(owners) < _ENOUGH_FOR_SEVERAL:
        return
    only = owners[0] if len(set(owners)) == 1 else None
    yield (only,) if only else (), None if only is None else message(
        "Everything that has an owner belongs to “{title}”.", title=titled(plan, only, "name")
    )  # fmt: skip


def _changes(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Asked once something says what it changes; before, each action is asked."""
    means = [plan.nodes[id_] for id_ in schedule.items if plan.nodes[id_].kind in MEANS]
    found = {node.change_type for node in means} - {None}
    if not found:
        return
    for kind, words in _CHANGES.items():
        yield (), None if kind in found else words


def _change_types(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind == "action" and not node.is_done:
            yield (id_,), None if node.change_type else message(
                "{item} does not say whether it changes technology, behaviour or institutions.",
                item=named(plan, id_),
            )  # fmt: skip


OWNERSHIP = (
    Rule(
        "owner_missing", "who", "warning", 0.1, message("Begins soon, without an owner"),
        message("What begins soon and belongs to nobody does not begin."),
        message("Name the owner"), _owners,
    ),
    Rule(
        "one_owner", "who", "note", 0.0, message("One owner for everything"),
        message("A change that one organisation can make alone seldom needs a backcast."),
        message("Ask who else has to act"), _several_owners,
    ),
    Rule(
        "change_not_covered", "who", "note", 0.0, message("Kinds of change that are missing"),
        message("Technology, behaviour and institutions have to change together."),
        message("Say of each action what it changes, or add what is missing"), _changes,
    ),
    Rule(
        "change_type_missing", "who", "note", 0.3, message("Actions that do not say what changes"),
        message("Unless actions say what they change, nobody sees what is left out."),
        message("Say what it changes"), _change_types,
    ),
)  # fmt: skip
