"""A view as a file: what `export` of the command line writes, too."""

import datetime as dt

from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.fonts import measure
from strategy_planner.layout.theme import theme
from strategy_planner.layout.view_pictures import View, view_picture
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of


def view_file(ending: str, view: View, plan: Plan, language: str) -> bytes:
    """The file with the ending ``.svg``, ``.pdf``, ``.png`` or ``.csv``, on whichever thread."""
    if ending == ".csv":
        return _table(plan, language)
    colours = theme("light")
    picture = view_picture(view, plan, schedule(plan), language, measure, colours)
    if ending == ".png":
        from strategy_planner.gui.picture_png import png_of

        return png_of(picture, colours)
    title = text_of(plan, plan.settings, "title", language) or ""
    if ending == ".pdf":
        from strategy_planner.briefing.picture_pdf import pdf_of

        return pdf_of(picture, colours, plan, title, language, dt.datetime.now().astimezone())
    from strategy_planner.interchange.picture_svg import svg_of

    return svg_of(picture, colours, measure, title, language).encode()


def _table(plan: Plan, language: str) -> bytes:
    from strategy_planner.interchange.table_csv import table_csv
    from strategy_planner.layout.table.arrangement import Arrangement
    from strategy_planner.layout.table.columns import columns_of
    from strategy_planner.layout.table.contents import Contents
    from strategy_planner.layout.table.sheet import sheet

    columns = tuple(column.key for column in columns_of("node")[1:])
    contents = Contents(plan, schedule(plan), language)
    return table_csv(*sheet(contents, Arrangement("node", columns)))
