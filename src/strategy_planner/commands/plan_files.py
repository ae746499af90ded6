"""Reading a plan from whatever file holds it, and finding things in it by what people type."""

import argparse
import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strategy_planner.bundled import bundled
from strategy_planner.calendars.durations import FIRST_YEAR, LAST_YEAR
from strategy_planner.commands.refusals import CallError
from strategy_planner.interchange import FormatError
from strategy_planner.language import LANGUAGES, message, system_language
from strategy_planner.model.plan import Plan

_SQLITE = b"SQLite format 3\x00"
SAMPLES = (
    "bio_strategy_2019",
    "quantum_innovation",
    "ai_strategy",
    "data_dfft_privacy",
    "worked_example",
)


def read_plan(path: Path) -> Plan:
    """The plan of a project file or a JSON plan, told apart by what is in it.

    Raises the error of the room that reads it, or CallError, with the file's name.
    """
    if path.is_dir():
        raise CallError(message("{file}: this is a folder, not a plan.", file=path))
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(_SQLITE) or not _looks_like_json(path, head):
        from strategy_planner.storage.project_file import open_project

        return open_project(path).plan
    return read_json_plan(path)


def read_json_plan(path: Path) -> Plan:
    """The plan of a JSON file; raises CallError with the file's name and the place."""
    from strategy_planner.interchange.plan_json import read_plan_json

    try:
        return read_plan_json(path.read_bytes())
    except FormatError as error:
        raise CallError(message("{file}: {problem}", file=path, problem=error.message)) from error


def _looks_like_json(path: Path, head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return path.suffix.lower() == ".json" or text[:1] in {b"{", b"["}


def sample_file(name: str) -> Path:
    """The bundled project file of a sample."""
    if name not in SAMPLES:
        raise CallError(
            message(
                "There is no sample “{name}”; there are {names}.",
                name=name,
                names=", ".join(SAMPLES),
            )
        )
    return bundled("sample_projects", f"{name}.splan")


def find_item(plan: Plan, item: str) -> str:
    """The id of the node that ``item`` names by id or number.

    Raises CallError when none fits, or when two do, by whichever of the two names.
    """
    fitting = [node.id for node in plan.nodes.values() if item in (node.id, node.number)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CallError(
            message(
                "{item} fits {count} items; name one by an id or number of its own: {ids}.",
                item=item,
                count=len(fitting),
                ids=", ".join(fitting),
            )
        )
    raise CallError(message("The plan has no item with the id or number {item}.", item=item))


def day(text: str) -> dt.date:
    """A day of the command line, as 2030-12-31, within the years that can be planned."""
    try:
        found = dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise CallError(message("{text} is not a day; write it as 2030-12-31.", text=text[:40]))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CallError(
            message("days from {first} to {last} can be planned.", first=FIRST_YEAR, last=LAST_YEAR)
        )
    return found


def add_language(parser: argparse.ArgumentParser) -> None:
    """The option by which a result for people is put into a language."""
    parser.add_argument("--language", choices=LANGUAGES, default=system_language())


def add_plan(parser: argparse.ArgumentParser) -> None:
    """``FILE``: the plan that a command is about."""
    parser.add_argument("file", type=Path, metavar="FILE")


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option by which the result is one JSON object."""
    parser.add_argument("--json", action="store_true")


def print_json(answer: Mapping[str, Any]) -> None:
    """Print one JSON object and nothing else."""
    print(json.dumps(answer, ensure_ascii=False))
