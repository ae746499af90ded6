"""Writes a plan in another format, chosen by the ending of the target."""

import argparse
import datetime as dt
from collections.abc import Callable

from strategy_planner.commands.plan_files import add_language, add_plan, read_plan
from strategy_planner.commands.refusals import CallError
from strategy_planner.commands.targets import add_output, write_whole
from strategy_planner.language import message
from strategy_planner.layout.shapes import Picture
from strategy_planner.layout.theme import theme
from strategy_planner.layout.view_pictures import VIEWS, view_picture
from strategy_planner.model.creation import fixed_moment
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import LIST_NAMES
from strategy_planner.model.texts import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``export FILE -o TARGET [--view VIEW] [--list LIST] [--language L]``.

    ``--view`` is for pictures, ``--list`` for .csv.
    """
    add_plan(parser)
    add_output(parser)
    parser.add_argument("--view", choices=VIEWS, default="map")
    parser.add_argument("--list", choices=_lists(), default="items")
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Write the target."""
    ending = options.output.suffix.lower()
    writer = _WRITERS.get(ending)
    if writer is None:
        raise CallError(
            message(
                "{file}: the ending “{ending}” names no format; there are {endings}.",
                file=options.output,
                ending=ending,
                endings=", ".join(_WRITERS),
            )
        )
    write_whole(options.output, writer(read_plan(options.file), options))
    return 0


def _json(plan: Plan, options: argparse.Namespace) -> bytes:
    del options
    from strategy_planner.interchange.plan_json import write_plan_json

    return write_plan_json(plan).encode()


def _csv(plan: Plan, options: argparse.Namespace) -> bytes:
    """One list of the plan with all its columns, as the table of the window shows them."""
    from strategy_planner.analysis.schedule import schedule
    from strategy_planner.interchange.table_csv import table_csv
    from strategy_planner.layout.table.arrangement import Arrangement
    from strategy_planner.layout.table.columns import columns_of
    from strategy_planner.layout.table.contents import Contents
    from strategy_planner.layout.table.sheet import sheet

    record = _lists()[options.list]
    columns = tuple(column.key for column in columns_of(record)[1:])
    contents = Contents(plan, schedule(plan), options.language)
    return table_csv(*sheet(contents, Arrangement(record, columns)))


def _svg(plan: Plan, options: argparse.Namespace) -> bytes:
    from strategy_planner.briefing.fonts import measure
    from strategy_planner.interchange.picture_svg import svg_of

    title = text_of(plan, plan.settings, "title", options.language) or options.file.stem
    picture = _picture(plan, options)
    return svg_of(picture, theme("light"), measure, title, options.language).encode()


def _png(plan: Plan, options: argparse.Namespace) -> bytes:
    from strategy_planner.gui.picture_png import png_of, without_a_screen

    application = without_a_screen()
    png = png_of(_picture(plan, options), theme("light"))
    del application
    return png


def _pdf(plan: Plan, options: argparse.Namespace) -> bytes:
    from strategy_planner.briefing.picture_pdf import pdf_of

    title = text_of(plan, plan.settings, "title", options.language) or options.file.stem
    created = fixed_moment() or dt.datetime.now().astimezone()
    picture = _picture(plan, options)
    return pdf_of(picture, theme("light"), plan, title, options.language, created)


def _picture(plan: Plan, options: argparse.Namespace) -> Picture:
    from strategy_planner.analysis.schedule import schedule
    from strategy_planner.briefing.fonts import measure

    computed = schedule(plan)
    return view_picture(options.view, plan, computed, options.language, measure, theme("light"))


def _lists() -> dict[str, str]:
    """The kind of record of each list that can be written, by its name for ``--list``."""
    return {
        "items" if record == "node" else name: record
        for record, name in LIST_NAMES.items()
        if record != "settings"
    }


_WRITERS: dict[str, Callable[[Plan, argparse.Namespace], bytes]] = {
    ".json": _json,
    ".csv": _csv,
    ".svg": _svg,
    ".png": _png,
    ".pdf": _pdf,
}
