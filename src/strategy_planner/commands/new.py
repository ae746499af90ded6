"""Makes a new project file, empty, from a template or from a sample."""

import argparse
from pathlib import Path

from strategy_planner.commands.plan_files import SAMPLES, add_language, read_plan, sample_file
from strategy_planner.commands.refusals import CallError
from strategy_planner.commands.targets import add_force, refuse_existing
from strategy_planner.interchange.templates import TEMPLATES, template_plan
from strategy_planner.language import message
from strategy_planner.model.creation import create_plan
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import PlanSettings
from strategy_planner.model.texts import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``new FILE [--template NAME | --sample NAME]``, ``new --list``."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--template", metavar="NAME")
    source.add_argument("--sample", metavar="NAME")
    parser.add_argument("--list", action="store_true")
    add_force(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """List templates and samples, or make the file."""
    if options.list:
        _print_list(options.language)
        return 0
    if options.file is None:
        raise CallError(message("Name the file to make, or use --list."))
    plan = _plan(options)
    refuse_existing(options.file, force=options.force)
    from strategy_planner.storage.project_file import new_project

    new_project(options.file, plan, overwrite=options.force)
    return 0


def _plan(options: argparse.Namespace) -> Plan:
    if options.sample is not None:
        return read_plan(sample_file(options.sample))
    if options.template is None:
        return create_plan([PlanSettings(language=options.language)])
    if options.template not in TEMPLATES:
        raise CallError(
            message(
                "There is no template “{name}”; there are {names}.",
                name=options.template,
                names=", ".join(TEMPLATES),
            )
        )
    return template_plan(options.template, options.language)


def _print_list(language: str) -> None:
    """Name, title and how it is asked for, parted by tabs."""
    for name in TEMPLATES:
        title = template_plan(name, language).settings.title
        print(f"{name}\t{title}\t--template")
    for name in SAMPLES:
        plan = read_plan(sample_file(name))
        print(f"{name}\t{text_of(plan, plan.settings, 'title', language) or ''}\t--sample")
