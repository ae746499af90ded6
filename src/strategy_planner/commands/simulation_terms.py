"""What a simulated figure rests on: asked for by options, and said beside every figure."""

import argparse

from strategy_planner.analysis.simulation.precision import standard_error
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.commands.refusals import CallError
from strategy_planner.language import message, say
from strategy_planner.model.words import CHOICE_MODES, DISTRIBUTIONS

MOST_SAMPLES, LARGEST_SEED = 1_000_000, 2**63 - 1


def check_samples(samples: int) -> None:
    """Raise CallError for a number of runs that cannot be simulated."""
    if not 1 <= samples <= MOST_SAMPLES:
        raise CallError(
            message(
                "{samples} runs cannot be simulated; give a number from 1 to {most}.",
                samples=samples, most=f"{MOST_SAMPLES:,}",
            )
        )  # fmt: skip


def check_seed(seed: int) -> None:
    """Raise CallError for what is no seed."""
    if not 0 <= seed <= LARGEST_SEED:
        raise CallError(
            message("{seed} is no seed; give a whole number from 0 to {most}.",
                    seed=seed, most=LARGEST_SEED)
        )  # fmt: skip


def add_samples(parser: argparse.ArgumentParser, default: int | None) -> None:
    """The option for the number of runs."""
    parser.add_argument("--samples", type=int, metavar="N", default=default)


def terms_in_words(terms: Terms, chances: list[float], language: str) -> list[str]:
    """Runs, seed, distribution, choices, the standard error of ``chances``, and independence."""
    lines = [
        say(
            "{count} runs, seed {seed}. Durations: {distribution}. Open choices: {choices}.",
            language,
            count=f"{terms.samples:,}",
            seed=terms.seed,
            distribution=DISTRIBUTIONS[terms.distribution].into(language),
            choices=CHOICE_MODES[terms.choices].into(language),
        )
    ]
    if chances:
        error = max(standard_error(chance, terms.samples) for chance in chances)
        lines.append(
            say(
                "Standard error of the chances: up to {points} percentage points; "
                "digits below it are not shown.",
                language,
                points=_one_digit(100 * error),
            )
        )
    lines.append(
        say(
            "It is assumed that all draws are independent of each other; a cause that delays "
            "several items at once counts only where a risk names it.",
            language,
        )
    )
    return lines


def _one_digit(value: float) -> str:
    """The first digit that says something, without an exponent: 0.4, 20."""
    return f"{float(f'{value:.1g}'):g}"
