"""How far a long command is, told on a terminal and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from strategy_planner.language import say, system_language

_CLEAR = "\r\x1b[K"
Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


@contextmanager
def page_progress() -> Iterator[Progress | None]:
    """Tells the pages on standard error in one line, which is gone afterwards.

    None where standard error is no terminal: a log is not to fill with pages.
    """
    language = system_language()
    with _line(
        say("Laying out the briefing pack …", language),
        lambda number, count: say("Page {number} of {count}", language, number=number, count=count),
    ) as progress:
        yield progress


@contextmanager
def run_progress() -> Iterator[Progress | None]:
    """Tells the runs of a simulation, as `page_progress` does the pages."""
    language = system_language()
    with _line(
        say("Simulating …", language),
        lambda done, count: say(
            "{done} of {count} runs", language, done=f"{done:,}", count=f"{count:,}"
        ),
    ) as progress:
        yield progress


@contextmanager
def item_progress() -> Iterator[Progress | None]:
    """Tells the items that were tried in turn, as `page_progress` does the pages."""
    language = system_language()
    with _line(
        say("Trying each item …", language),
        lambda done, count: say("{done} of {count} items", language, done=done, count=count),
    ) as progress:
        yield progress


@contextmanager
def _line(first: str, words: Callable[[int, int], str]) -> Iterator[Progress | None]:
    if not sys.stderr.isatty():
        yield None
        return
    try:
        _show(first)
        yield lambda done, count: _show(words(done, count))
    finally:
        _show("")


def _show(words: str) -> None:
    sys.stderr.write(_CLEAR + words)
    sys.stderr.flush()
