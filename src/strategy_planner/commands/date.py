"""Tells what a date as written means."""

import argparse
from typing import Any

from strategy_planner.calendars.coarse import CoarseDate, read_date
from strategy_planner.calendars.formatting import show_coarse
from strategy_planner.commands.plan_files import add_json, add_language, day, print_json
from strategy_planner.commands.refusals import CallError
from strategy_planner.language import message
from strategy_planner.model.creation import today


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``date TEXT [--reference D] [--fiscal-year-start M] [--json]``."""
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--reference", metavar="D")
    parser.add_argument("--fiscal-year-start", type=int, default=4, metavar="M")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the window and how it binds."""
    if not 1 <= options.fiscal_year_start <= 12:
        raise CallError(message("A fiscal year starts in a month from 1 to 12."))
    reference = today() if options.reference is None else day(options.reference)
    coarse = read_date(options.text, reference, options.fiscal_year_start)
    if options.json:
        print_json(_as_json(coarse, options.language))
        return 0
    print(show_coarse(coarse, options.language))
    for warning in coarse.warnings:
        print(warning.into(options.language))
    return 0


def _as_json(coarse: CoarseDate, language: str) -> dict[str, Any]:
    return {
        "text": coarse.text,
        "earliest": coarse.earliest and coarse.earliest.isoformat(),
        "latest": coarse.latest and coarse.latest.isoformat(),
        "precision": coarse.precision,
        "role": coarse.role,
        "firmness": coarse.firmness,
        "convention": coarse.convention,
        "warnings": [warning.into(language) for warning in coarse.warnings],
    }
