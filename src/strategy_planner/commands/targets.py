"""The files that commands write: whole or not at all, and none replaced unasked."""

import argparse
from pathlib import Path

from strategy_planner.commands.refusals import CallError
from strategy_planner.language import message


def add_output(parser: argparse.ArgumentParser) -> None:
    """The option that names the file to write."""
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="TARGET")


def add_force(parser: argparse.ArgumentParser) -> None:
    """The option by which an existing file may be replaced."""
    parser.add_argument("--force", action="store_true")


def refuse_existing(target: Path, *, force: bool) -> None:
    """Raise CallError when ``target`` exists and may not be replaced."""
    if target.exists() and not force:
        raise CallError(message("{file} exists already; use --force to replace it.", file=target))


def write_whole(target: Path, content: bytes) -> None:
    """Replace ``target`` atomically, so that it never holds half of ``content``."""
    from strategy_planner.storage.replacing import replace_file

    replace_file(target, content, lambda: None)
