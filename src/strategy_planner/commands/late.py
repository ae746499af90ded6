"""Tells what is already too late, and what would repair it."""

import argparse

from strategy_planner.analysis.chains import why
from strategy_planner.analysis.repairs.late_chains import LateChain, late_chains, late_in_words
from strategy_planner.analysis.repairs.late_json import late_json
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.language import say
from strategy_planner.model.plan import Plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``late FILE [--fail] [--json]``."""
    add_plan(parser)
    parser.add_argument("--fail", action="store_true")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the late chains; 1 with ``--fail`` when there is one."""
    plan = read_plan(options.file)
    today = schedule(plan)
    chains = late_chains(plan, today)
    language = options.language
    if options.json:
        print_json(late_json(chains, language))
    elif chains:
        print("\n\n".join(_chain(plan, today, chain, language) for chain in chains))
    else:
        _, verdict = state_of_plan(plan, today, language)
        print(say("Nothing is too late.", language), verdict.into(language), sep="\n")
    return 1 if options.fail and chains else 0


def _chain(plan: Plan, today: Schedule, chain: LateChain, language: str) -> str:
    early = why(plan, today, chain.target).early
    steps = [step.message for step in early.steps] or [early.text]
    lines = [
        late_in_words(plan, chain).into(language),
        say("The chain behind it", language),
        *(f"  {step.into(language)}" for step in steps),
        say("What would repair it", language),
        *(
            f"  {place}. {repair.message.into(language)}"
            for place, repair in enumerate(chain.repairs, 1)
        ),
    ]
    if not chain.repairs:
        lines.append("  –")
    if not chain.complete:
        note = say("Not all pairs of repairs were tried.", language)
        lines.append(f"  {note}")
    return "\n".join(lines)
