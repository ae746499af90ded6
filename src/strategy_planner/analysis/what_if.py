"""Where a plan stands with what-ifs and without them, side by side."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from strategy_planner.analysis.chains import Step, why
from strategy_planner.analysis.pathways.comparison import cost_of
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.language import Message, message
from strategy_planner.model.drafts import draft_changes
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Draft

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reached:
    """A promised date: the last day of its earliest finish, and its slack in days.

    Both are None where it cannot come; ``slack_days`` also where it is reached already.
    ``chance`` is that of coming in time, None where it was not simulated; ``estimated`` is False
    where nothing is uncertain, so that a simulation tells none. Without ``has_chain`` nothing leads
    to the target yet, and its dates say nothing.
    """

    last_day: dt.date | None
    slack_days: int | None
    chance: float | None = None
    estimated: bool = True
    has_chain: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """What a plan promises: each target, the items that are late, and what all of it costs.

    ``cost`` is in the plan's unit, of what is not dropped or dormant; None where nothing has one.
    ``reason`` is the chain in words behind the target that is worst off, first cause first.
    ``refusal`` says why a what-if cannot be made any more; the rest is then empty.
    """

    draft: str | None
    targets: dict[str, Reached] = field(default_factory=dict)
    late: tuple[str, ...] = ()
    cost: float | None = None
    reason: tuple[Step, ...] = ()
    refusal: Message | None = None


def standing(plan: Plan, found: Schedule, draft: str | None = None) -> Standing:
    """Where a plan stands by its passes."""
    counted = [plan.nodes[id_] for id_, dates in found.items.items() if dates.state != "dormant"]
    costs = [cost for cost in map(cost_of, counted) if cost is not None]
    return Standing(
        draft,
        {
            id_: Reached(
                dates.finish - _ONE_DAY if dates.finish else None,
                dates.slack_days,
                has_chain=_has_chain(plan, found, id_),
            )
            for id_, dates in found.targets.items()
        },
        tuple(id_ for id_, dates in found.items.items() if dates.state == "late"),
        sum(costs) if costs else None,
        _reason(plan, found),
    )


def _has_chain(plan: Plan, found: Schedule, id_: str) -> bool:
    node = plan.nodes[id_]
    return node.is_done or node.duration is not None or found.items[id_].driven_by is not None


def _reason(plan: Plan, found: Schedule) -> tuple[Step, ...]:
    """Why the target with the least slack comes when it comes; what is blocked goes first."""
    least = dt.timedelta.min.days
    worst = min(
        found.targets,
        key=lambda id_: least if (slack := found.targets[id_].slack_days) is None else slack,
        default=None,
    )
    return () if worst is None else why(plan, found, worst).early.steps


def standings(plan: Plan, today: Schedule) -> Iterator[Standing]:
    """The plan as it is, then each of its what-ifs, made on a copy."""
    yield standing(plan, today)
    for draft in plan.drafts.values():
        yield _with_draft(plan, draft)


Chances = Callable[[Plan, Schedule], dict[str, float]]
"""Simulates: the chance of each target of a plan; none where nothing is uncertain."""


def with_chances(plan: Plan, found: Iterable[Standing], chances: Chances) -> Iterator[Standing]:
    """The same, with the chances that a simulation gives each of them.

    What is no what-if that is kept in ``plan`` is ``plan`` itself.
    """
    for one in found:
        if one.refusal is not None:
            yield one
            continue
        kept = plan.drafts.get(one.draft or "")
        other = plan if kept is None else _made(plan, kept)
        by_target = chances(other, schedule(other))
        targets = {
            id_: dataclasses.replace(reached, chance=by_target.get(id_), estimated=id_ in by_target)
            for id_, reached in one.targets.items()
        }
        yield dataclasses.replace(one, targets=targets)


def _with_draft(plan: Plan, draft: Draft) -> Standing:
    try:
        copy = _made(plan, draft)
        return standing(copy, schedule(copy), draft.id)
    except PlanError as error:
        return Standing(draft.id, refusal=error.message)


def _made(plan: Plan, draft: Draft) -> Plan:
    copy = plan.copy()
    try:
        copy.apply(draft_changes(copy, draft))
    except msgspec.ValidationError as error:
        raise PlanError(message("{problem}.", problem=str(error)[:120])) from error
    return copy
