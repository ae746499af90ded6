"""What items may come to need, whatever is chosen."""

from collections.abc import Iterable, Mapping

from strategy_planner.model.plan import Plan

Needs = Mapping[str, Iterable[str]]


def needs_of(plan: Plan) -> Needs:
    """What each item may come to need: by links of any option, and what resolves obstacles."""
    needs: dict[str, set[str]] = {}
    for link in plan.links.values():
        if link.relation == "requires":
            needs.setdefault(link.dependent, set()).add(link.prerequisite)
    for item in plan.register.values():
        for touched in item.touches:
            held = plan.links[touched].dependent if touched in plan.links else touched
            needs.setdefault(held, set()).update(item.resolved_by)
    return needs


def upstream(needs: Needs, item: str) -> frozenset[str]:
    """An item and everything that it may come to need."""
    found, ahead = {item}, [item]
    while ahead:
        for other in needs.get(ahead.pop(), ()):
            if other not in found:
                found.add(other)
                ahead.append(other)
    return frozenset(found)
