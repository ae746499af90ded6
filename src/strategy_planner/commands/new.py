"""Makes a new project file, empty or from a sample."""

import argparse
from pathlib import Path

from strategy_planner.commands.plan_files import SAMPLES, add_language, read_plan, sample_file
from strategy_planner.commands.refusals import CallError
from strategy_planner.commands.targets import add_force, refuse_existing
from strategy_planner.language import message
from strategy_planner.model.creation import create_plan
from strategy_planner.model.records import PlanSettings
from strategy_planner.model.texts import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``new FILE [--sample NAME]``, ``new --list``."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--sample", metavar="NAME")
    parser.add_argument("--list", action="store_true")
    add_force(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """List the samples, or make the file."""
    if options.list:
        for name in SAMPLES:
            plan = read_plan(sample_file(name))
            print(f"{name}\t{text_of(plan, plan.settings, 'title', options.language) or ''}")
        return 0
    if options.file is None:
        raise CallError(message("Name the file to make, or use --list."))
    if options.sample is None:
        plan = create_plan([PlanSettings(language=options.language)])
    else:
        plan = read_plan(sample_file(options.sample))
    refuse_existing(options.file, force=options.force)
    from strategy_planner.storage.project_file import new_project

    new_project(options.file, plan, overwrite=options.force)
    return 0
