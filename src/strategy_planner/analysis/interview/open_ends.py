"""What a plan still leaves open, as the backward interview ends with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.analysis.finding import Finding
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import NodeKind

_FIRST: dict[NodeKind, int] = {"vision": 0, "area": 1, "image": 2}


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """Ids of what has no answer yet.

    ``without_means`` are items for which nothing is required: visions, then areas, then images,
    then states. ``unanswered`` are obstacles that nothing resolves, ``serving_nothing`` items that
    lead to no dated end, ``unreasoned`` the requirements of which nobody has said why.
    """

    without_means: tuple[str, ...]
    unanswered: tuple[str, ...]
    serving_nothing: tuple[str, ...]
    unreasoned: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many open ends there are in all."""
        return sum(
            map(
                len,
                (self.without_means, self.unanswered, self.serving_nothing, self.unreasoned),
            )
        )


def open_ends(plan: Plan, found: Iterable[Finding]) -> OpenEnds:
    """The open ends of a plan; ``found`` are its findings (`analysis.findings`)."""
    by_rule: dict[str, list[str]] = {}
    for finding in found:
        by_rule.setdefault(finding.rule, []).append(finding.items[0])
    place = {id_: index for index, id_ in enumerate(plan.nodes)}
    without = [*by_rule.get("vision_without_chain", ()), *by_rule.get("without_means", ())]
    without.sort(key=lambda id_: (_FIRST.get(plan.nodes[id_].kind, 3), place[id_]))
    return OpenEnds(
        tuple(without),
        tuple(by_rule.get("obstacle_without_resolver", ())),
        tuple(sorted(by_rule.get("serves_nothing", ()), key=place.__getitem__)),
        tuple(_unreasoned(plan)),
    )


def _unreasoned(plan: Plan) -> Iterable[str]:
    for link in plan.links.values():
        ends = (plan.nodes[link.prerequisite], plan.nodes[link.dependent])
        if link.relation == "requires" and not link.reason and not any(e.is_dropped for e in ends):
            yield link.id
