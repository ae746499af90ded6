"""One picture as a PDF page of its own size, as vectors and with its text as text."""

import datetime as dt

from strategy_planner.briefing.fonts import printable
from strategy_planner.briefing.foreign_words import LANGUAGE_TAGS
from strategy_planner.briefing.metadata import PROGRAM, Metadata
from strategy_planner.briefing.references import References
from strategy_planner.briefing.tagged_document import TaggedDocument
from strategy_planner.language import say
from strategy_planner.layout.shapes import Label, Picture, items_of
from strategy_planner.layout.theme import Theme
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label

POINTS = 0.75
"""Points of a pixel: a picture is as large on paper as on a screen of 96 pixels an inch."""


def pdf_of(
    picture: Picture, theme: Theme, plan: Plan, title: str, language: str, created: dt.datetime
) -> bytes:
    """The picture of a plan as a PDF of one page; in words it names the items that it shows.

    The same bytes for the same picture and ``created``.
    """
    size = (picture.width * POINTS, picture.height * POINTS)
    metadata = Metadata(printable(title).strip() or PROGRAM, LANGUAGE_TAGS[language], created)
    words = _in_words(picture, plan, metadata.title, language)
    document = TaggedDocument(size, metadata, References(language, {}))
    with (
        document.page(theme, POINTS) as sheet,
        sheet.figure(words, 0, 0, picture.width, picture.height),
    ):
        sheet.picture(picture.shapes)
    return document.file()


def _in_words(picture: Picture, plan: Plan, title: str, language: str) -> str:
    """The title, then the items that are shown, or where none is the words that stand there."""
    items = [item for item in dict.fromkeys(items_of(picture.shapes)) if item in plan.nodes]
    shown = [label(plan, item, language) for item in items]
    shown = shown or [shape.text for shape in picture.shapes if isinstance(shape, Label)]
    if not shown:
        return title
    return say("{title}: {words}.", language, title=title, words=say("; ", language).join(shown))
