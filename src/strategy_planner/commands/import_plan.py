"""Reads a plan of any readable format into a new project file."""

import argparse
from pathlib import Path

from strategy_planner.commands.plan_files import read_json_plan, read_plan
from strategy_planner.commands.targets import add_force, add_output, refuse_existing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``import SOURCE -o FILE.splan``."""
    parser.add_argument("source", type=Path, metavar="SOURCE")
    add_output(parser)
    add_force(parser)
    parser.add_argument("--format", choices=["json"])


def run(options: argparse.Namespace) -> int:
    """Make the project file."""
    plan = read_json_plan(options.source) if options.format else read_plan(options.source)
    refuse_existing(options.output, force=options.force)
    from strategy_planner.storage.project_file import new_project

    new_project(options.output, plan, overwrite=options.force)
    return 0
