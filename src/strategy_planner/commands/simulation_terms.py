"""What a simulated figure rests on: asked for by options, and said beside every figure."""

import argparse

from strategy_planner.commands.refusals import CallError
from strategy_planner.language import message

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
