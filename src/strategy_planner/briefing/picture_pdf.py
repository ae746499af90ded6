"""One picture as a PDF page of its own size, as vectors and with its text as text."""

import datetime as dt
from io import BytesIO

from strategy_planner.briefing.drawing import ShapePainter
from strategy_planner.briefing.fonts import font_name, register_fonts
from strategy_planner.briefing.pack import LANGUAGE_TAGS, PROGRAM, fix_time
from strategy_planner.layout.shapes import Picture
from strategy_planner.layout.theme import Theme

POINTS = 0.75
"""Points of a pixel: a picture is as large on paper as on a screen of 96 pixels an inch."""


def pdf_of(
    picture: Picture, theme: Theme, title: str, language: str, created: dt.datetime
) -> bytes:
    """The picture as a PDF of one page, the same bytes for the same picture and ``created``."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(picture.width * POINTS, picture.height * POINTS),
        pageCompression=1,
        invariant=1,
        lang=LANGUAGE_TAGS[language],
        initialFontName=font_name(400),
        initialFontSize=10,
        pdfVersion=(1, 7),
    )
    fix_time(canvas, created)
    canvas.setTitle(title)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.scale(POINTS, POINTS)
    ShapePainter(canvas, picture.height, theme).paint(picture.shapes)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
