"""The states of items as words."""

from strategy_planner.analysis.schedule import ItemDates
from strategy_planner.language import say


def state_word(dates: ItemDates, language: str) -> str:
    """An item's state as a word, marked where its late dates are conditional."""
    words = {
        "ok": say("in time", language),
        "critical": say("critical", language),
        "late": say("too late", language),
        "done": say("done", language),
        "dormant": say("not chosen", language),
        "unanchored": say("serves no dated end", language),
        "blocked": say("blocked", language),
    }
    word = words[dates.state]
    return say("{state} (if chosen)", language, state=word) if dates.conditional else word
