"""The draws of a batch of runs, each record from a stream of its own.

A stream is fixed by the seed and the record's id alone, so that what other items do, their order
and the size of a batch change nothing in it. Values come from the inverse of the distribution
function, so that one draw is used for each value and means the same in every distribution.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from strategy_planner.analysis.network import Network
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.lengths import (
    DAYS_IN,
    Length,
    length_of,
    step_of,
)
from strategy_planner.analysis.simulation.terms import Distribution
from strategy_planner.analysis.simulation.uncertainty import ThreePoints, Uncertainty

Flags = NDArray[np.bool_]
_GRID = 4096
_NO_DAYS = np.zeros(1)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the runs of a batch have drawn.

    ``lengths`` holds the duration of every item, ``delays`` what risks add to its end, ``days``
    how long those that vary take with their delays, in calendar days on average, and ``fails``
    where an item never comes.
    """

    lengths: list[Length]
    delays: dict[int, Length]
    days: dict[int, Floats]
    fails: dict[int, Flags]


class Draws:
    """Draws one batch of runs after the other."""

    def __init__(
        self,
        network: Network,
        uncertainty: Uncertainty,
        country: str | None,
        seed: int,
        distribution: Distribution,
    ) -> None:
        self._uncertainty = uncertainty
        self._country = country
        self._quantile = QUANTILES[distribution]
        self._fixed = [length_of(span, country) for span in network.length]
        ids = [node.id for node in network.nodes]
        self._of_length = {p: _stream(seed, "duration", ids[p]) for p in uncertainty.estimates}
        self._of_success = {p: _stream(seed, "success", ids[p]) for p in uncertainty.success}
        self._of_risk = [_stream(seed, "risk", risk.id) for risk in uncertainty.risks]

    def batch(self, count: int) -> Drawn:
        """The draws of the next ``count`` runs."""
        drawn = Drawn(list(self._fixed), {}, {}, {})
        for place, points in self._uncertainty.estimates.items():
            amount = self._quantile(self._of_length[place].random(count), points)
            drawn.lengths[place] = (step_of(amount, points.family, self._country),)
            drawn.days[place] = amount * DAYS_IN[points.family]
        for risk, stream in zip(self._uncertainty.risks, self._of_risk, strict=True):
            strikes = stream.random(count) < risk.likelihood
            struck: Floats = np.where(strikes, risk.delay.amount, 0.0)
            delay = replace(risk.delay, amount=struck)
            for place in risk.places:
                drawn.delays[place] = (*drawn.delays.get(place, ()), delay)
                longer = struck * DAYS_IN[delay.family]
                drawn.days[place] = drawn.days.get(place, _NO_DAYS) + longer
        for place, success in self._uncertainty.success.items():
            drawn.fails[place] = self._of_success[place].random(count) >= success
        return drawn


def triangular(shares: Floats, points: ThreePoints) -> Floats:
    """The amounts below which the triangular distribution has these shares."""
    least, likely, greatest = points.least, points.likely, points.greatest
    width = greatest - least
    rising = least + np.sqrt(shares * width * (likely - least))
    falling = greatest - np.sqrt((1 - shares) * width * (greatest - likely))
    return np.where(shares * width < likely - least, rising, falling)


def beta_pert(shares: Floats, points: ThreePoints) -> Floats:
    """The amounts below which the beta-PERT distribution has these shares (SEMANTICS 6.2)."""
    width = points.greatest - points.least
    distribution, grid = _beta_table((points.likely - points.least) / width)
    return points.least + width * np.interp(shares, distribution, grid)


QUANTILES: dict[Distribution, Callable[[Floats, ThreePoints], Floats]] = {
    "beta-pert": beta_pert,
    "triangular": triangular,
}


@lru_cache(maxsize=512)
def _beta_table(mode: float) -> tuple[Floats, Floats]:
    """The distribution function of beta(1 + 4 mode, 5 − 4 mode) on a grid from 0 to 1."""
    edges = np.linspace(0.0, 1.0, _GRID + 1)
    middles = (edges[1:] + edges[:-1]) / 2
    density = middles ** (4 * mode) * (1 - middles) ** (4 - 4 * mode)
    table = np.concatenate([[0.0], np.cumsum(density)])
    return table / table[-1], edges


def _stream(seed: int, purpose: str, record_id: str) -> np.random.Generator:
    digest = hashlib.sha256(f"{purpose} {record_id}".encode()).digest()
    source = np.random.SeedSequence([seed, int.from_bytes(digest, "big")])
    return np.random.Generator(np.random.PCG64(source))
