"""What the plan costs by fiscal year, and what nobody has said yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from strategy_planner.analysis.budget.spreading import spread
from strategy_planner.analysis.last_days import early_last_day
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, Number

_COSTLY_KINDS = frozenset({"action", "enabler"})
"""What costs money; of a state or a milestone nobody has to say what it costs."""


@dataclass(frozen=True, slots=True)
class ItemBudget:
    """An item's amounts in the plan's unit by fiscal year.

    ``undated`` is an amount that is known of an item without dates; None where there is none.
    """

    item: str
    years: dict[int, Number]
    undated: Number | None = None


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """The sum over some items: of a track, of an owner, of the whole plan.

    ``of`` is the track's or owner's id, None for items without one, and for the total. A year in
    which nothing is known to be needed is not in ``years``. ``unknown`` are the actions and
    enablers of which no amount is given: they are not zero, and the sum says nothing of them.
    """

    of: str | None
    years: dict[int, Number]
    undated: Number | None
    unknown: tuple[str, ...]

    @property
    def total(self) -> Number | None:
        """All that is known; None where nothing is."""
        if not self.years and self.undated is None:
            return None
        return sum(self.years.values()) + (self.undated or 0)


@dataclass(frozen=True, slots=True)
class Budget:
    """The whole budget; ``items`` holds what is known, in the plan's order."""

    items: dict[str, ItemBudget]
    total: BudgetLine
    tracks: tuple[BudgetLine, ...]
    owners: tuple[BudgetLine, ...]

    @property
    def years(self) -> range:
        """The fiscal years from the first to the last with an amount."""
        known = sorted(self.total.years)
        return range(known[0], known[-1] + 1) if known else range(0)


def budget_by_year(plan: Plan, today: Schedule) -> Budget:
    """The budget on the earliest dates, dropped and dormant items left out.

    Amounts by fiscal year as the planner entered them go first; otherwise the cost is spread over
    the item's months (`spread`). What takes no time costs in the year in which it comes.
    """
    nodes = [plan.nodes[id_] for id_, one in today.items.items() if one.state != "dormant"]
    items = {node.id: one for node in nodes if (one := _of_item(plan, today, node)) is not None}
    return Budget(
        items=items,
        total=_line(None, nodes, items),
        tracks=_lines(nodes, items, list(plan.tracks), lambda node: node.track),
        owners=_lines(nodes, items, list(plan.organisations), lambda node: node.owner),
    )


def _of_item(plan: Plan, today: Schedule, node: Node) -> ItemBudget | None:
    if node.budget:
        years: dict[int, Number] = {}
        for year, amount in node.budget:
            years[year] = years.get(year, 0) + amount
        return ItemBudget(node.id, years)
    if node.cost is None:
        return None
    dates = today.items[node.id]
    start_month = plan.settings.fiscal_year_start or 4
    if dates.early_start is None or dates.early_finish is None:
        return ItemBudget(node.id, {}, node.cost)
    if dates.early_start == dates.early_finish:
        day = early_last_day(plan, today, node.id) or dates.early_start
        return ItemBudget(node.id, {fiscal_year(day, start_month): node.cost})
    return ItemBudget(
        node.id, spread(node.cost, dates.early_start, dates.early_finish, start_month)
    )


def _lines(
    nodes: list[Node],
    items: dict[str, ItemBudget],
    keys: list[str],
    key_of: Callable[[Node], str | None],
) -> tuple[BudgetLine, ...]:
    """A line for each key that has something to say, in order; items without one come last."""
    found = []
    for key in (*keys, None):
        line = _line(key, [node for node in nodes if key_of(node) == key], items)
        if line.total is not None or line.unknown:
            found.append(line)
    return tuple(found)


def _line(of: str | None, nodes: Iterable[Node], items: dict[str, ItemBudget]) -> BudgetLine:
    years: dict[int, Number] = {}
    undated: Number | None = None
    unknown = []
    for node in nodes:
        one = items.get(node.id)
        if one is None:
            if node.kind in _COSTLY_KINDS:
                unknown.append(node.id)
            continue
        for year, amount in one.years.items():
            years[year] = years.get(year, 0) + amount
        if one.undated is not None:
            undated = (undated or 0) + one.undated
    return BudgetLine(of, dict(sorted(years.items())), undated, tuple(unknown))
