"""What of a plan's texts no bundled font can print: said in the pack and where it is made."""

from collections.abc import Iterator

from strategy_planner.briefing.fonts import GETA, unprintable
from strategy_planner.language import Message, message, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of

_PRINTED_FIELDS = (
    "title", "short", "description", "name", "note", "date", "source", "unit", "background",
    "approach", "organisation", "marking", "version", "document_number", "money_unit",
)  # fmt: skip
_MOST = 400


def missing_characters(plan: Plan, language: str) -> Message | None:
    """The characters by their codes, and by what they are printed; None where all can be."""
    missing = unprintable(_printed_texts(plan, language))
    if not missing:
        return None
    return message(
        "Characters that the fonts of this pack do not have are printed as {sign}: {codes}.",
        sign=GETA,
        codes=say(", ", language).join(f"U+{ord(c):04X}" for c in missing[:_MOST]),
    )


def _printed_texts(plan: Plan, language: str) -> Iterator[str]:
    for record in plan.every_record():
        for field in _PRINTED_FIELDS:
            if isinstance(getattr(record, field, None), str):
                yield text_of(plan, record, field, language) or ""
