"""One picture as a PDF page of its own size, as vectors and with its text as text."""

import datetime as dt

from strategy_planner.briefing.fonts import printable
from strategy_planner.briefing.foreign_words import LANGUAGE_TAGS
from strategy_planner.briefing.metadata import PROGRAM, Metadata
from strategy_planner.briefing.references import References
from strategy_planner.briefing.tagged_document import TaggedDocument
from strategy_planner.layout.shapes import Picture
from strategy_planner.layout.theme import Theme

POINTS = 0.75
"""Points of a pixel: a picture is as large on paper as on a screen of 96 pixels an inch."""


def pdf_of(
    picture: Picture, theme: Theme, title: str, language: str, created: dt.datetime
) -> bytes:
    """The picture as a PDF of one page, the same bytes for the same picture and ``created``."""
    size = (picture.width * POINTS, picture.height * POINTS)
    metadata = Metadata(printable(title).strip() or PROGRAM, LANGUAGE_TAGS[language], created)
    document = TaggedDocument(size, metadata, References(language, {}))
    with (
        document.page(theme, POINTS) as sheet,
        sheet.figure(metadata.title, 0, 0, picture.width, picture.height),
    ):
        sheet.picture(picture.shapes)
    return document.file()
