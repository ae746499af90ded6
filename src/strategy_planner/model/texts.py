"""The texts of a plan in the language of the reader."""

import unicodedata
from functools import lru_cache

from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, Record


def text_of(plan: Plan, record: Record, field: str, language: str) -> str | None:
    """A text field in ``language``: its translation, else the text as the planner wrote it."""
    translation = plan.translations.get(f"{record.key}/{field}/{language}")
    if translation is not None:
        return translation.text
    text = getattr(record, field)
    return None if text is None else str(text)


def option_name(plan: Plan, choice_id: str, option: str, language: str) -> str:
    """The name of an option; its translation stands under ``CHOICE:OPTION``."""
    translation = plan.translations.get(f"{choice_id}:{option}/option/{language}")
    return option if translation is None else translation.text


def title_of(plan: Plan, node: Node, language: str) -> str:
    """The title of an item in ``language``."""
    return text_of(plan, node, "title", language) or ""


def label(plan: Plan, node_id: str, language: str) -> str:
    """Number and title, as sentences name an item: ``A-011 健康医療関連データ基盤の構築``."""
    node = plan.nodes[node_id]
    return " ".join(filter(None, (node.number, title_of(plan, node, language))))


@lru_cache(maxsize=32768)
def comparable(text: str) -> str:
    """A name as it is compared with others: one width, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
