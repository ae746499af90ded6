"""What is uncertain in a plan: three-point durations, chances of success, risks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from strategy_planner.analysis.network import DONE, Network
from strategy_planner.analysis.simulation.lengths import Family, Step, fixed_step
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.model.plan import Plan
from strategy_planner.model.quick_ranges import range_for
from strategy_planner.model.records import Node, QuickRange, RegisterItem


@dataclass(frozen=True, slots=True)
class ThreePoints:
    """An estimate: the least, the likeliest and the greatest amount, in days, working days or
    months.
    """

    least: float
    likely: float
    greatest: float
    family: Family


@dataclass(frozen=True, slots=True)
class RiskEvent:
    """A risk that strikes in a share of runs and then delays each item that it touches."""

    id: str
    likelihood: float
    delay: Step
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """All that is drawn in a run, by the places of the network.

    ``ranged`` tells which of the estimates come from a quick range, and from which.
    """

    estimates: dict[int, ThreePoints]
    success: dict[int, float]
    risks: tuple[RiskEvent, ...]
    ranged: dict[int, QuickRange] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Whether nothing is drawn, so that every run is the same."""
        return not (self.estimates or self.success or self.risks)


def read_uncertainty(
    plan: Plan, network: Network, ranges: Sequence[QuickRange] = ()
) -> Uncertainty:
    """What is uncertain about the items that are not done (SEMANTICS 6.2).

    ``ranges`` spread the durations of which no other point is given.
    """
    open_ = [
        (place, node)
        for place, node in enumerate(network.nodes)
        if network.phase[place] != DONE
    ]  # fmt: skip
    estimates = {place: points for place, node in open_ if (points := three_points(node))}
    ranged = {
        place: found
        for place, node in open_
        if is_bare(node) and (found := range_for(node, ranges)) and found.high > found.low
    }
    for place, found in ranged.items():
        estimates[place] = _spread(network.nodes[place], found)
    success = {
        place: float(node.success)
        for place, node in open_
        if node.success is not None and node.success < 1
    }
    events = (_risk_event(item, plan, network) for item in plan.register.values())
    return Uncertainty(estimates, success, tuple(event for event in events if event), ranged)


def is_bare(node: Node) -> bool:
    """Whether an item takes time and says nothing of how far that spreads."""
    if node.duration is None or node.optimistic is not None or node.pessimistic is not None:
        return False
    return parse_duration(node.duration).amount > 0


def _spread(node: Node, found: QuickRange) -> ThreePoints:
    likely = parse_duration(node.duration or "0d")
    amount = float(likely.amount_in_family)
    return ThreePoints(amount * (1 + found.low), amount, amount * (1 + found.high), likely.family)


def three_points(node: Node) -> ThreePoints | None:
    """The estimate of an item; None where a point is missing, and where all three are the same."""
    if node.optimistic is None or node.duration is None or node.pessimistic is None:
        return None
    likely = parse_duration(node.duration)
    least, greatest = (
        parse_duration(text).amount_in_family for text in (node.optimistic, node.pessimistic)
    )
    if least == greatest:
        return None
    return ThreePoints(least, likely.amount_in_family, greatest, likely.family)


def _risk_event(item: RegisterItem, plan: Plan, network: Network) -> RiskEvent | None:
    """A risk that is not closed, and that can do something to what is not done."""
    if item.kind != "risk" or item.effective_state == "closed":
        return None
    if not item.likelihood or item.delay is None:
        return None
    touched = (network.index.get(id_) for id_ in dict.fromkeys(item.touches))
    places = tuple(place for place in touched if place is not None and network.phase[place] != DONE)
    if not places:
        return None
    delay = fixed_step(parse_duration(item.delay), plan.settings.holidays)
    return RiskEvent(item.id, float(item.likelihood), delay, places)
