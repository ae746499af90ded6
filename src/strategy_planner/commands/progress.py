"""How far a long command is, told on a terminal and nowhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from strategy_planner.briefing.pack import Progress
from strategy_planner.language import say, system_language

_CLEAR = "\r\x1b[K"


@contextmanager
def page_progress() -> Iterator[Progress | None]:
    """Tells the pages on standard error in one line, which is gone afterwards.

    None where standard error is no terminal: a log is not to fill with pages.
    """
    if not sys.stderr.isatty():
        yield None
        return
    language = system_language()
    try:
        _show(say("Laying out the briefing pack …", language))
        yield lambda number, count: _show(
            say("Page {number} of {count}", language, number=number, count=count)
        )
    finally:
        _show("")


def _show(words: str) -> None:
    sys.stderr.write(_CLEAR + words)
    sys.stderr.flush()
