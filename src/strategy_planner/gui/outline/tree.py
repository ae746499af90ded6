"""The outline as parents and children, and what an edit changes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.model.plan import Plan

ROOT = ""
"""Stands for the parent of what has none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a list of children: an id that goes (``new`` None) or comes (``old`` None)."""

    parent: str
    id: str
    old: int | None
    new: int | None


def children_of(plan: Plan) -> dict[str, list[str]]:
    """The ids under each parent, in the plan's order; visions stand before all else."""
    children: dict[str, list[str]] = {ROOT: []}
    for node in plan.nodes.values():
        children.setdefault(node.parent or ROOT, []).append(node.id)
    children[ROOT].sort(key=lambda id_: plan.nodes[id_].kind != "vision")
    return children


def steps(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> list[Step]:
    """What leads from one outline to the other: first all that goes, then all that comes.

    What moves goes and comes again. Going is counted in the list as it is by then, so that each
    step can be made as it is read; a parent's children go with it.
    """
    parents_before = {id_: parent for parent, ids in old.items() for id_ in ids}
    parents_after = {id_: parent for parent, ids in new.items() for id_ in ids}
    moved = {id_ for id_ in parents_before if parents_before[id_] != parents_after.get(id_)}
    for parent, ids in old.items():
        if parent in new:
            moved |= _out_of_order(
                [id_ for id_ in ids if id_ not in moved],
                [id_ for id_ in new[parent] if id_ in parents_before and id_ not in moved],
            )
    going: list[Step] = []
    for parent, ids in old.items():
        going += [
            Step(parent, id_, place, None)
            for place, id_ in reversed(list(enumerate(ids)))
            if id_ in moved
        ]
    coming = [
        Step(parent, id_, None, place)
        for parent, ids in new.items()
        for place, id_ in enumerate(ids)
        if id_ in moved or id_ not in parents_before
    ]
    return going + coming


def _out_of_order(before: list[str], after: list[str]) -> set[str]:
    """A few ids whose moving makes the one order the other: those off the longest common run."""
    if before == after:
        return set()
    from difflib import SequenceMatcher

    kept = {
        before[start + offset]
        for start, _, size in SequenceMatcher(
            None, before, after, autojunk=False
        ).get_matching_blocks()
        for offset in range(size)
    }
    return set(before) - kept
