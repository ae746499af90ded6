"""Where in the deck an item stands: slide and lines."""

from samples.facts import Facts
from samples.languages import Json, Text, joined, text

_TWO_SLIDES = " ＋ "


def source_of(facts: Facts, item: Json) -> Text:
    """Slide and lines; an item told on two slides has one line on each."""
    slides = item["source"]["slide"].split(_TWO_SLIDES)
    first, last = item["source"]["lines"]
    if len(slides) == 1:
        return _place(facts.word("slides", slides[0]), first, last)
    places = (
        _place(facts.word("slides", slide), line, line)
        for slide, line in zip(slides, (first, last), strict=True)
    )
    return joined(places, between=_TWO_SLIDES)


def _place(slide: Text, first: int, last: int) -> Text:
    lines = f"{first}" if first == last else f"{first}–{last}"
    word = "line" if first == last else "lines"
    return text(f"{slide['ja']} {lines}行", f"{slide['en']}, {word} {lines}")
