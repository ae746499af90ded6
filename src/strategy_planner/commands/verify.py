"""Tells whether a project file is whole; nothing is written."""

import argparse
import json
from pathlib import Path

from strategy_planner.commands.plan_files import add_json, add_language
from strategy_planner.language import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``verify FILE [--json]``."""
    parser.add_argument("file", type=Path, metavar="FILE")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found: 0 whole, 1 a damaged project, 2 no project or a newer one."""
    from strategy_planner.storage.project_file import verify_file

    found = verify_file(options.file)
    language = options.language
    if options.json:
        problems = [
            {"kind": p.kind, "place": p.place, "message": p.message.into(language)}
            for p in found.problems
        ]
        answer = {"ok": found.ok, "format_version": found.format_version, "problems": problems}
        print(json.dumps(answer, ensure_ascii=False))
    elif found.ok:
        print(say("The file is whole (format {version}).", language, version=found.format_version))
    else:
        for problem in found.problems:
            print(f"{problem.place}: {problem.message.into(language)}")
    return found.exit_code
