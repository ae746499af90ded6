"""The terms of a simulation: how many runs, from which seed, drawn and decided how."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from strategy_planner.model.records import PlanSettings, QuickRange

Distribution = Literal["beta-pert", "triangular"]
ChoicesMode = Literal["parallel", "commit"]
SAMPLES, SEED = 10_000, 1


@dataclass(frozen=True, slots=True)
class Terms:
    """How a plan is simulated: runs, seed, distribution and what open choices do.

    ``ranges`` spread the durations that have no estimate of their own.
    """

    samples: int = SAMPLES
    seed: int = SEED
    distribution: Distribution = "beta-pert"
    choices: ChoicesMode = "commit"
    ranges: tuple[QuickRange, ...] = ()


def terms_of(
    settings: PlanSettings,
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
    distribution: Distribution | None = None,
    choices: ChoicesMode | None = None,
    ranges: Iterable[QuickRange] = (),
) -> Terms:
    """The terms asked for; where none are, those of the plan, else beta-PERT and commit (6.3).

    Quick ranges that are asked for go before the plan's own for the same track or kind.
    """
    return Terms(
        samples,
        seed,
        distribution or settings.distribution or "beta-pert",
        choices or settings.choices_mode or "commit",
        (*ranges, *settings.quick_ranges),
    )
