"""Writes a plan in another format, chosen by the ending of the target."""

import argparse
from pathlib import Path

from strategy_planner.commands.plan_files import read_plan
from strategy_planner.commands.refusals import CallError
from strategy_planner.commands.targets import add_output, write_whole
from strategy_planner.language import message

ENDINGS = (".json",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``export FILE -o TARGET``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    """Write the target."""
    ending = options.output.suffix.lower()
    if ending not in ENDINGS:
        raise CallError(
            message(
                "{file}: the ending “{ending}” names no format; there are {endings}.",
                file=options.output,
                ending=ending,
                endings=", ".join(ENDINGS),
            )
        )
    from strategy_planner.interchange.plan_json import write_plan_json

    write_whole(options.output, write_plan_json(read_plan(options.file)).encode())
    return 0
