"""Which items drive a target, the strongest first."""

from dataclasses import dataclass

from strategy_planner.analysis.simulation.simulation import Simulation


@dataclass(frozen=True, slots=True)
class Driver:
    """An item with its criticality and its sensitivity (SEMANTICS 6.4)."""

    item: str
    criticality: float
    sensitivity: float


def arriving_runs(found: Simulation, target: str) -> int:
    """In how many runs a target comes at all: so many the figures of its drivers rest on."""
    return round(found.targets[target].chance_ever * found.terms.samples)


def drivers(found: Simulation) -> list[Driver]:
    """What drives the vision of the critical chain, by its correlation, then its criticality.

    An item counts that is on the driving chain in one of a hundred runs, or is correlated beyond
    what chance makes; the vision itself only where its own duration varies.
    """
    if found.driven is None:
        return []
    arriving = arriving_runs(found, found.driven)
    told = [
        Driver(id_, one.criticality, one.sensitivity)
        for id_, one in found.items.items()
        if one.criticality is not None and one.sensitivity is not None
    ]
    kept = [
        one
        for one in told
        if (one.criticality >= 0.01 or abs(one.sensitivity) > 3 / max(arriving, 1) ** 0.5)
        and (one.item != found.driven or one.sensitivity)
    ]
    return sorted(kept, key=lambda one: (-abs(one.sensitivity), -one.criticality))
