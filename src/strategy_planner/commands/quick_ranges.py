"""Quick ranges on the command line: ``TRACK=-20%,+80%``, read and told."""

import argparse
import re
import unicodedata

from strategy_planner.commands.refusals import CallError
from strategy_planner.language import LANGUAGES, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import QuickRange
from strategy_planner.model.texts import comparable, text_of
from strategy_planner.model.words import NODE_KINDS

_EVERY_ITEM = "*"
_WRITTEN = re.compile(
    r"(?P<name>.+)=\s*(?P<low>[-+]?\d{1,4}(?:\.\d+)?)\s*%\s*,\s*(?P<high>[-+]?\d{1,4}(?:\.\d+)?)\s*%"
)
_MOST = 1000


def add_ranges(parser: argparse.ArgumentParser) -> None:
    """The option for quick ranges, which may be given several times."""
    parser.add_argument("--range", action="append", dest="ranges", metavar="R", default=[])


def read_ranges(plan: Plan, texts: list[str]) -> tuple[QuickRange, ...]:
    """The ranges that are asked for; CallError where a text is none or names nothing."""
    return tuple(_read(plan, text) for text in texts)


def _read(plan: Plan, text: str) -> QuickRange:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    found = _WRITTEN.fullmatch(plain.strip())
    if found is None:
        raise CallError(
            message("“{text}” is no range; write a track or a kind and two shares, such as "
                    "“Research=-20%,+80%”, or * for every item.", text=text[:60])
        )  # fmt: skip
    low, high = float(found["low"]), float(found["high"])
    if not -100 <= low <= 0 <= high <= _MOST:
        raise CallError(message("“{text}”: a range goes from −100 % to 0 % down and from 0 % to "
                                "1,000 % up.", text=text[:60]))  # fmt: skip
    return _for(plan, found["name"].strip(), low / 100, high / 100)


def _for(plan: Plan, name: str, low: float, high: float) -> QuickRange:
    if name == _EVERY_ITEM:
        return QuickRange(low=low, high=high)
    wanted = comparable(name)
    for track in plan.tracks.values():
        names = {text_of(plan, track, "name", language) or "" for language in LANGUAGES}
        if name == track.id or wanted in map(comparable, names):
            return QuickRange(track=track.id, low=low, high=high)
    for kind, words in NODE_KINDS.items():
        if wanted in {str(kind), *(comparable(words.into(language)) for language in LANGUAGES)}:
            return QuickRange(kind=str(kind), low=low, high=high)  # type: ignore[arg-type] # a key of the kinds
    raise CallError(message("“{name}” is neither a track of the plan nor a kind of item.",
                            name=name[:60]))  # fmt: skip
