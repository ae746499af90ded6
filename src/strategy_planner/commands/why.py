"""Tells which chain fixes an item's early date, and which its late date."""

import argparse

from strategy_planner.analysis.chains import why
from strategy_planner.analysis.gates.gates_json import gate_json
from strategy_planner.analysis.gates.missing import missed_gate
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.schedule_json import why_json
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    find_item,
    print_json,
    read_plan,
)
from strategy_planner.language import say
from strategy_planner.model.texts import label


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``why FILE ITEM [--json]``."""
    add_plan(parser)
    parser.add_argument("item", metavar="ITEM")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print both chains."""
    plan = read_plan(options.file)
    item = find_item(plan, options.item)
    today = schedule(plan)
    answer = why(plan, today, item)
    language = options.language
    waited = [step.item for step in answer.early.steps]
    gates = [one for id_ in waited if (one := missed_gate(plan, today, id_)) is not None]
    if options.json:
        said = [gate_json(plan, one, language) for one in gates]
        print_json(why_json(answer, language) | {"gates": said})
        return 0
    print(label(plan, item, language))
    for title, chain in (
        (say("Why not earlier", language), answer.early),
        (say("Why not later", language), answer.late),
    ):
        print(f"\n{title}")
        print(chain.text.into(language))
        for step in chain.steps:
            print(f"  {step.message.into(language)}")
    if gates:
        print("\n" + say("Gates on the way", language))
    for one in gates:
        print(gate_in_words(plan, one).into(language))
    return 0
