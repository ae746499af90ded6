"""Adds the runs up, batch by batch: who comes when, and what drives it (SEMANTICS 6.4)."""

import math
from collections.abc import Mapping

import numpy as np

from strategy_planner.analysis.simulation.batch import Batch
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.course import Course
from strategy_planner.analysis.simulation.draws import Drawn, Flags
from strategy_planner.analysis.simulation.driving import on_driving_chain


class Finishes:
    """The finish of each target in every run; infinite where it never comes."""

    def __init__(self, targets: Mapping[int, str], samples: int) -> None:
        self._targets = targets
        self._of = {place: np.full(samples, np.inf) for place in targets}
        self._seen = 0

    def add(self, batch: Batch, count: int) -> None:
        """Keep the finishes of the next ``count`` runs."""
        for place, kept in self._of.items():
            kept[self._seen : self._seen + count] = batch.finish[place]
        self._seen += count

    def by_id(self) -> dict[str, Floats]:
        """The finishes of the runs so far by the target's id."""
        return {id_: self._of[place][: self._seen] for place, id_ in self._targets.items()}


class Influence:
    """What drives one target: sums over the runs in which it arrives.

    Lengths and finishes are counted from their first values, so that their squares stay exact.
    """

    def __init__(self, course: Course, target: int) -> None:
        self._course = course
        self._target = target
        self._runs = 0
        self._on: dict[int, int] = {}
        self._origin: float | None = None
        self._origins: dict[int, float] = {}
        self._finish = np.zeros(2)
        self._length: dict[int, Floats] = {}

    def add(self, batch: Batch, drawn: Drawn, count: int) -> None:
        """Count the next ``count`` runs."""
        finish = np.broadcast_to(batch.finish[self._target], (count,))
        arrives = np.isfinite(finish)
        if not arrives.any():
            return
        self._runs += int(arrives.sum())
        for place, on in on_driving_chain(self._course, batch, self._target, arrives).items():
            self._on[place] = self._on.get(place, 0) + int(on.sum())
        came = finish[arrives]
        if self._origin is None:
            self._origin = float(came[0])
        self._correlate(drawn, came - self._origin, arrives)

    def _correlate(self, drawn: Drawn, finish: Floats, arrives: Flags) -> None:
        self._finish += (finish.sum(), finish @ finish)
        everywhere = bool(arrives.all())
        for place, days in drawn.days.items():
            length = days if everywhere else days[arrives]
            length = length - self._origins.setdefault(place, float(length[0]))
            sums = np.array([length.sum(), length @ length, length @ finish])
            self._length[place] = self._length.get(place, np.zeros(3)) + sums

    def criticality(self, place: int) -> float | None:
        """The share of arriving runs with the item on the driving chain; None without any."""
        return self._on.get(place, 0) / self._runs if self._runs else None

    def sensitivity(self, place: int) -> float | None:
        """The correlation of the item's duration with the finish; 0 where one never varies."""
        if not self._runs:
            return None
        length, squares, products = self._length.get(place, np.zeros(3)) / self._runs
        finish, finish_squares = self._finish / self._runs
        spread = _variance(length, squares) * _variance(finish, finish_squares)
        if spread == 0:
            return 0.0
        found = (products - length * finish) / math.sqrt(spread)
        return max(-1.0, min(float(found), 1.0))


def _variance(mean: float, squares: float) -> float:
    """The mean square less the squared mean; 0 where only rounding is left."""
    variance = float(squares - mean**2)
    return variance if variance > 1e-9 * squares else 0.0
