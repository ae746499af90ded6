"""Every text that a person sees, in English (the source) and Japanese."""

from strategy_planner.language.catalogue import LANGUAGES, language_tag, say, system_language
from strategy_planner.language.message import Message, message, message_plural

__all__ = [
    "LANGUAGES",
    "Message",
    "language_tag",
    "message",
    "message_plural",
    "say",
    "system_language",
]
