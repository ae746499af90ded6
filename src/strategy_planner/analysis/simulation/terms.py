"""The terms of a simulation: how many runs, from which seed, drawn and decided how."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.model.records import PlanSettings

Distribution = Literal["beta-pert", "triangular"]
ChoicesMode = Literal["parallel", "commit"]
SAMPLES, SEED = 10_000, 1


@dataclass(frozen=True, slots=True)
class Terms:
    """How a plan is simulated: runs, seed, distribution and what open choices do."""

    samples: int = SAMPLES
    seed: int = SEED
    distribution: Distribution = "beta-pert"
    choices: ChoicesMode = "commit"


def terms_of(
    settings: PlanSettings,
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
    distribution: Distribution | None = None,
    choices: ChoicesMode | None = None,
) -> Terms:
    """The terms asked for; where none are, those of the plan, else beta-PERT and commit (6.3)."""
    return Terms(
        samples,
        seed,
        distribution or settings.distribution or "beta-pert",
        choices or settings.choices_mode or "commit",
    )
