"""Tells whether a project file is whole; nothing is written."""

import argparse
from typing import TYPE_CHECKING, Any

from strategy_planner.commands.plan_files import add_json, add_language, add_plan, print_json
from strategy_planner.commands.refusals import CallError
from strategy_planner.language import say

if TYPE_CHECKING:
    from strategy_planner.storage.verification import Verification

_NO_PROJECT = 2
"""The exit code of a file that is no project, or one of a newer program."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``verify FILE [--json]``."""
    add_plan(parser)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found: 0 whole, 1 a damaged project, 2 no project or a newer one."""
    from strategy_planner.storage.project_file import verify_file

    found = verify_file(options.file)
    language = options.language
    if options.json:
        print_json(_as_json(found, language))
    if found.exit_code == _NO_PROJECT:
        raise CallError(found.problems[0].message)
    if options.json:
        return found.exit_code
    if found.ok:
        print(say("The file is whole (format {version}).", language, version=found.format_version))
    for problem in found.problems:
        print(f"{problem.place}: {problem.message.into(language)}")
    return found.exit_code


def _as_json(found: "Verification", language: str) -> dict[str, Any]:
    return {
        "ok": found.ok,
        "format_version": found.format_version,
        "problems": [
            {"kind": p.kind, "place": p.place, "message": p.message.into(language)}
            for p in found.problems
        ],
    }
