"""Makes the briefing pack as PDF."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.parts import PACKS
from strategy_planner.commands.plan_files import add_plan, read_plan
from strategy_planner.commands.targets import add_output, write_whole
from strategy_planner.language import LANGUAGES, system_language
from strategy_planner.model.creation import fixed_moment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``brief FILE -o PACK.pdf [--language ja|en] [--sections a,b,c] [--paper A4|A3]``, and
    ``--pack NAME`` for a set of parts, ``--since FILE`` for the changes since an earlier state.
    """
    add_plan(parser)
    add_output(parser)
    parser.add_argument("--language", choices=LANGUAGES)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sections", metavar="A,B,C")
    which.add_argument("--pack", choices=list(PACKS))
    parser.add_argument("--since", type=Path, metavar="FILE")
    parser.add_argument("--paper", choices=["A4", "A3"], default="A4")


def run(options: argparse.Namespace) -> int:
    """Write the pack, in the plan's own language unless another is asked for.

    Characters that no font has are told on standard error.
    """
    plan = read_plan(options.file)
    from strategy_planner.briefing.missing_characters import missing_characters
    from strategy_planner.briefing.pack import write_briefing
    from strategy_planner.commands.progress import page_progress

    language = options.language or plan.settings.language or "ja"
    with page_progress() as progress:
        pack = write_briefing(
            plan,
            schedule(plan),
            language,
            sections=_sections(options),
            paper=options.paper,
            created=_now(),
            since=read_plan(options.since) if options.since else None,
            progress=progress,
        )
    write_whole(options.output, pack)
    missing = missing_characters(plan, language)
    if missing is not None:
        print(f"strategy-planner: {missing.into(system_language())}", file=sys.stderr)
    return 0


def _sections(options: argparse.Namespace) -> list[str] | None:
    if options.sections:
        return list(options.sections.split(","))
    # A whole pack leaves out what it has nothing to say of; what is named is there in any case.
    return list(PACKS[options.pack]) if options.pack not in {None, "full"} else None


def _now() -> dt.datetime:
    return fixed_moment() or dt.datetime.now().astimezone()
