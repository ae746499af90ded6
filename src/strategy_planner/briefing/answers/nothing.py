"""The page of a part that was asked for by name and has nothing to say: it says that."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.paragraphs import BODY, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.language import Message, message

_SAID: dict[str, tuple[Message, Message]] = {
    "roadmap": (message("Roadmap"), message("No item has a date yet.")),
    "late": (message("Too late, and what would repair it"), message("Nothing is too late.")),
    "alternatives": (message("Alternatives"), message("This plan holds no choices.")),
    "actions": (message("Actions"), message("The plan has no actions yet.")),
    "budget": (message("Budget by fiscal year"), message("No amount is known yet.")),
    "kpis": (message("KPIs"), message("KPIs are to be set.")),
    "chance": (
        message("How sure the targets are"),
        message("No target has a date, or nothing in the plan is uncertain."),
    ),
    "risks": (message("Risks"), message("No risk is open.")),
    "requests": (message("Decisions requested"), message("Nothing is to be decided.")),
    "changes": (
        message("Changes since the last version"),
        message("Nothing has changed, or no earlier state of the plan was given."),
    ),
    "items": (message("All items"), message("An empty plan")),
    "quality": (message("Quality check"), message("Every rule is kept.")),
}
"""The title of each part that may be empty, and what its page then says."""


def nothing_pages(edition: Edition, name: str) -> Iterator[Page]:
    """One page; none for a part that is never empty."""
    if name in _SAID:
        title, words = (edition.put(one) for one in _SAID[name])
        yield Page(title, "", partial(_draw, words, edition.content_width), (title,))


def _draw(words: str, width: float, sheet: Sheet) -> None:
    sheet.text(paragraph(words, width, BODY), sheet.left, CONTENT_TOP)
