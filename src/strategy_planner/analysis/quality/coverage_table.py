"""Who changes what: how many items change technology, behaviour and institutions, by owner."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.quality.rule import MEANS
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan

Change = Literal["technology", "behaviour", "institution"]
CHANGES: tuple[Change, ...] = ("technology", "behaviour", "institution")


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """``cells`` holds the items by owner (None: nobody) and change (None: not said).

    ``owners`` are the owners of what is not done, in the plan's order, then None where something
    has none. The study of pathways seldom says who changes what (Wangel 2011; DOMAIN 1.1).
    """

    owners: tuple[str | None, ...]
    cells: dict[tuple[str | None, Change | None], tuple[str, ...]]

    def of(self, owner: str | None, change: Change | None) -> tuple[str, ...]:
        """The items of a cell; none in an empty one."""
        return self.cells.get((owner, change), ())

    @property
    def empty_changes(self) -> tuple[Change, ...]:
        """The kinds of change that nobody brings about."""
        return tuple(
            change for change in CHANGES if not any(self.of(one, change) for one in self.owners)
        )


def coverage_table(plan: Plan, schedule: Schedule) -> CoverageTable:
    """The table over everything that is still to be done or decided."""
    cells: dict[tuple[str | None, Change | None], list[str]] = {}
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind in MEANS and not node.is_done:
            cells.setdefault((node.owner, node.change_type), []).append(id_)
    having = {owner for owner, _ in cells}
    owners: list[str | None] = [id_ for id_ in plan.organisations if id_ in having]
    if None in having:
        owners.append(None)
    return CoverageTable(tuple(owners), {key: tuple(ids) for key, ids in cells.items()})
