"""The roadmap chart as vectors, under the sentence that says how the plan stands."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.finding_strip import FindingStrip, finding_strip
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.roadmap_words import roadmap_words
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.roadmap.options import paper_options
from strategy_planner.layout.roadmap.pages import roadmap_pages
from strategy_planner.layout.shapes import Picture

_GAP = 8.0


def roadmap_section(edition: Edition) -> Iterator[Page]:
    """As many pages as the chart takes, each with its header, legend and note."""
    strip = finding_strip(edition)
    options = paper_options(edition.content_width, era=edition.show_era, wide=edition.paper == "A3")
    room = edition.content_height - strip.height - _GAP
    chart = roadmap_pages(edition.plan, edition.schedule, edition.language, measure, options, room)
    title = edition.say("Roadmap")
    count = len(chart.pages)
    for number, picture in enumerate(chart.pages, start=1):
        yield Page(
            title,
            _subtitle(edition, number, count),
            partial(_draw, edition=edition, strip=strip, picture=picture),
            (title,) if number == 1 else (),
        )


def _subtitle(edition: Edition, number: int, count: int) -> str:
    words = edition.say("Tracks by fiscal year")
    if count == 1:
        return words
    return edition.say("{words} ({number} of {count})", words=words, number=number, count=count)


def _draw(sheet: Sheet, edition: Edition, strip: FindingStrip, picture: Picture) -> None:
    y = strip.draw(sheet, sheet.left, CONTENT_TOP) + _GAP
    words = roadmap_words(edition, picture)
    with sheet.figure(words, sheet.left, y, picture.width, picture.height):
        sheet.picture(picture.shapes, sheet.left, y)
