"""The parts of a pack by name, what people call them, and the sets in which they are asked for."""

from typing import Literal

from strategy_planner.language import Message, message

PackName = Literal["full", "briefing", "one_page", "follow_up"]

PARTS: dict[str, Message] = {
    "cover": message("Cover"),
    "contents": message("Contents"),
    "summary": message("Summary"),
    "vision": message("From the vision to the KPIs"),
    "roadmap": message("Roadmap"),
    "chain": message("Backcast chain"),
    "late": message("Too late, and repairs"),
    "alternatives": message("Alternatives and decision calendar"),
    "actions": message("Actions"),
    "budget": message("Budget by fiscal year"),
    "kpis": message("KPI charts"),
    "chance": message("How sure the targets are"),
    "risks": message("Risks"),
    "requests": message("Decisions requested"),
    "changes": message("Changes since the last version"),
    "quality": message("Quality check"),
    "items": message("All items"),
    "sources": message("Sources and how to read this pack"),
}
"""In the order of a whole pack."""

PACK_WORDS: dict[PackName, Message] = {
    "full": message("Full pack"),
    "briefing": message("15-minute briefing"),
    "one_page": message("One page"),
    "follow_up": message("Follow-up meeting"),
}
PACKS: dict[PackName, tuple[str, ...]] = {
    "full": tuple(PARTS),
    "briefing": ("cover", "summary", "roadmap", "chain", "late", "requests"),
    "one_page": ("summary",),
    "follow_up": ("cover", "changes", "kpis", "late", "alternatives", "requests", "quality"),
}
"""Sensible sets for an occasion."""
