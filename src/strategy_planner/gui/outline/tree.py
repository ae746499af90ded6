"""The outline as parents and children, and what an edit changes of it."""

from collections.abc import Collection, Mapping
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


def children_of(plan: Plan, passing: Collection[str] | None = None) -> dict[str, list[str]]:
    """The ids under each parent, in the plan's order; visions stand before all else.

    Where only some items are ``passing``, they stand there with all that they are part of.
    """
    children: dict[str, list[str]] = {ROOT: []}
    shown = None if passing is None else _with_parents(plan, passing)
    for node in plan.nodes.values():
        if shown is not None and node.id not in shown:
            continue
        children.setdefault(node.parent or ROOT, []).append(node.id)
    children[ROOT].sort(key=lambda id_: plan.nodes[id_].kind != "vision")
    return children


def _with_parents(plan: Plan, ids: Collection[str]) -> set[str]:
    shown: set[str] = set()
    for id_ in ids:
        here: str | None = id_
        while here is not None and here not in shown:
            shown.add(here)
            here = plan.nodes[here].parent
    return shown


def parents_of(children: Mapping[str, list[str]]) -> dict[str, str]:
    """The parent of each id."""
    return {id_: parent for parent, ids in children.items() for id_ in ids}


def below(children: Mapping[str, list[str]], top: str) -> list[str]:
    """Everything under an id, those nearer to it first."""
    found = list(children.get(top, ()))
    for id_ in found:
        found += children.get(id_, ())
    return found


def steps(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> list[Step]:
    """What leads from one outline to the other: first all that goes, then all that comes.

    What goes takes with it all that stands under it; what comes, comes alone and before what
    stands under it. So each step can be made in the outline as it is by then.
    """
    moved = _moved(old, new)
    going: list[Step] = []
    staying = [ROOT]
    for parent in staying:
        ids = old.get(parent, [])
        places = [place for place, id_ in enumerate(ids) if id_ in moved]
        going += [Step(parent, ids[place], place, None) for place in reversed(places)]
        staying += [id_ for id_ in ids if id_ not in moved]
    stood = set(staying)
    coming = [
        Step(parent, id_, None, place)
        for parent in (ROOT, *below(new, ROOT))
        for place, id_ in enumerate(new.get(parent, []))
        if id_ not in stood
    ]
    return going + coming


def _moved(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> set[str]:
    """The ids that are gone, have another parent, or stand elsewhere among their siblings."""
    before, after = parents_of(old), parents_of(new)
    moved = {id_ for id_, parent in before.items() if parent != after.get(id_)}
    for parent, ids in old.items():
        moved |= _out_of_order(
            [id_ for id_ in ids if id_ not in moved],
            [id_ for id_ in new.get(parent, []) if id_ in before and id_ not in moved],
        )
    return moved


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
