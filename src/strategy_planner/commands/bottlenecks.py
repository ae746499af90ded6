"""Ranks the items by what a delay of each would do to the targets."""

import argparse

from strategy_planner.analysis.bottlenecks.bottlenecks_json import bottlenecks_json
from strategy_planner.analysis.bottlenecks.ranking import DELAY, Bottleneck, bottlenecks
from strategy_planner.analysis.bottlenecks.reasons import reasons
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.simulation.simulation import Simulation, simulate
from strategy_planner.analysis.simulation.terms import terms_of
from strategy_planner.analysis.simulation.uncertainty import read_uncertainty
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.progress import run_progress
from strategy_planner.commands.refusals import CallError
from strategy_planner.commands.simulation_terms import add_samples, check_samples
from strategy_planner.language import message, message_plural, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label

_MOST_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``bottlenecks FILE [--delay 24mo] [--samples N] [--json]``."""
    add_plan(parser)
    parser.add_argument("--delay", metavar="D", default=DELAY)
    add_samples(parser, None)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the rank."""
    if parse_duration(options.delay).amount == 0:
        raise CallError(message("A delay of 0 changes nothing; write one such as 24mo."))
    plan = read_plan(options.file)
    today = schedule(plan)
    simulation = _simulated(plan, today, options.samples)
    ranked = bottlenecks(plan, today, options.delay, simulation)
    if options.json:
        print_json(bottlenecks_json(plan, today, options.delay, ranked, options.language))
    else:
        print(_as_text(plan, today, ranked, options.language))
        if ranked and simulation is None and _has_estimates(plan, today):
            print(say("Uncertain durations are not weighed; {option} weighs them.",
                      options.language, option="--samples 10000"))  # fmt: skip
    return 0


def _simulated(plan: Plan, today: Schedule, samples: int | None) -> Simulation | None:
    if samples is None:
        return None
    check_samples(samples)
    with run_progress() as progress:
        return simulate(plan, today, terms_of(plan.settings, samples=samples), progress)


def _has_estimates(plan: Plan, today: Schedule) -> bool:
    ranges = terms_of(plan.settings).ranges
    return bool(read_uncertainty(plan, today.network, ranges).estimates)


def _as_text(plan: Plan, today: Schedule, ranked: tuple[Bottleneck, ...], language: str) -> str:
    if not today.targets:
        return say(
            "No vision has a date and no item a target, so there is no date that a delay could move.",
            language,
        )
    if not ranked:
        return say("No target waits for anything that could still be delayed.", language)
    moving = [one for one in ranked if one.effect is not None]
    lines = []
    for place, one in enumerate(moving[:_MOST_SHOWN], 1):
        lines.append(f"{place:>3}. {label(plan, one.item, language)}")
        lines += [f"     {reason.into(language)}" for reason in reasons(plan, today, one)]
    left, still = len(moving) - _MOST_SHOWN, len(ranked) - len(moving)
    if left > 0:
        more = message_plural("and {count} more item", "and {count} more items", left)
        lines.append(f"     {more.into(language)}")
    if still:
        lines.append(
            message_plural(
                "{count} item moves no target with this delay.",
                "{count} items move no target with this delay.",
                still,
            ).into(language)
        )
    return "\n".join(lines)
