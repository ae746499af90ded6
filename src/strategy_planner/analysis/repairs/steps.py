"""The chain behind a missed date, as far back as anything on it can be repaired."""

from typing import NamedTuple

from strategy_planner.analysis.blocking import blocked_chain
from strategy_planner.analysis.forward import Cause, chain_to
from strategy_planner.analysis.network import WAITING, Network
from strategy_planner.analysis.repairs.trial import Trial


class Step(NamedTuple):
    """An item of a chain; ``link`` ties it to the item before it, None where none does."""

    item: str
    link: str | None


def driving_items(trial: Trial) -> tuple[str, ...]:
    """The items of the late chain, first cause first (SEMANTICS 4.6); for what is blocked, the
    items from the one that is blocked by itself.
    """
    network = trial.network
    place = network.index[trial.target]
    find = blocked_chain(network, trial.early, place) if trial.is_blocked else None
    return tuple(network.nodes[one].id for one in find or chain_to(trial.early, place))


def steps_of(trial: Trial) -> tuple[Step, ...]:
    """The chain with its links, first cause first.

    Beyond an item that waits for its gate it goes on to what made the item miss the opening
    before, where the driving chain itself ends.
    """
    network = trial.network
    if trial.is_blocked:
        return _blocked_steps(trial)
    place = network.index[trial.target]
    steps: list[Step] = []
    while (cause := _cause(trial, place)) is not None:
        steps.append(Step(network.nodes[place].id, cause[1]))
        place = cause[0]
    steps.append(Step(network.nodes[place].id, None))
    return tuple(reversed(steps))


def _cause(trial: Trial, place: int) -> Cause | None:
    cause = trial.early.driver[place]
    if cause is None and place in trial.network.gates and trial.network.phase[place] == WAITING:
        return trial.without_gate(place).driver[place]
    return cause


def _blocked_steps(trial: Trial) -> tuple[Step, ...]:
    network = trial.network
    places = blocked_chain(network, trial.early, network.index[trial.target])
    return tuple(
        Step(
            network.nodes[place].id,
            None if before is None else _link_between(network, before, place),
        )
        for before, place in zip((None, *places), places, strict=False)
    )


def _link_between(network: Network, start: int, end: int) -> str | None:
    options = [option for one in network.selections.get(end, ()) for option in one.options]
    ties = [*network.into[end], *(tie for option in options for tie in option.ties)]
    return min((tie[4] for tie in ties if tie[0] == start), default=None)
