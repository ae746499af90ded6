"""Quick ranges on the command line: ``TRACK=-20%,+80%``."""

import argparse

from strategy_planner.model.plan import Plan
from strategy_planner.model.quick_ranges import read_quick_range
from strategy_planner.model.records import QuickRange


def add_ranges(parser: argparse.ArgumentParser) -> None:
    """The option for quick ranges, which may be given several times."""
    parser.add_argument("--range", action="append", dest="ranges", metavar="R", default=[])


def read_ranges(plan: Plan, texts: list[str]) -> tuple[QuickRange, ...]:
    """The ranges that are asked for; PlanError where a text is none or names nothing."""
    return tuple(read_quick_range(plan, text) for text in texts)
