"""The legend, drawn by the same hands as the bars, and the note about the scale."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from strategy_planner.language import Message, message
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.bars import Pen, bar_shapes, word_shapes
from strategy_planner.layout.roadmap.entries import Entry, Look
from strategy_planner.layout.roadmap.months import month_name
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.rows import Placed
from strategy_planner.layout.roadmap.spans import Geometry, Span
from strategy_planner.layout.roadmap.words import Wording
from strategy_planner.layout.shapes import Label, Measure, Shape, baseline

Sign = Literal[
    "solid",
    "open",
    "vague",
    "fade",
    "corridor",
    "late",
    "done",
    "dormant",
    "band",
    "milestone",
    "decision",
    "reviews",
    "gate",
]
ALL_SIGNS: tuple[Sign, ...] = get_args(Sign)
SCREEN_SIGNS: tuple[Sign, ...] = ("solid", "open", "late", "corridor", "vague", "fade")
_TEAL = 5
_WORDS: dict[Sign, Message] = {
    "solid": message("Committed"),
    "open": message("Aimed at"),
    "vague": message("Vague"),
    "fade": message("Step by step"),
    "corridor": message("Slack until the latest date"),
    "late": message("Too late"),
    "done": message("Done"),
    "dormant": message("Not chosen"),
    "band": message("Corridor only"),
    "milestone": message("Milestone"),
    "decision": message("Decision"),
    "reviews": message("Review"),
    "gate": message("Gate"),
}
_LOOKS: dict[Sign, Look] = {
    "solid": "solid",
    "open": "open",
    "vague": "vague",
    "fade": "fade",
    "done": "done",
    "dormant": "dormant",
    "band": "band",
}
_DAY = dt.date(2000, 1, 1)


def legend(
    signs: Sequence[Sign],
    width: float,
    language: str,
    measure: Measure,
    o: RoadmapOptions,
    top: float = 0.0,
) -> tuple[Shapes, float, float]:
    """The signs with their words in lines of ``width`` from (0, top); their width and height."""
    o = replace(o, bar=o.bar * 0.8)
    unit, line = o.unit, o.row * 0.85
    shapes: list[Shape] = []
    x, y, right = 0.0, top + line / 2, 0.0
    for sign in signs:
        text = _WORDS[sign].into(language)
        sample = o.bar if sign in {"milestone", "decision", "reviews", "gate"} else 34 * unit
        needed = sample + 6 * unit + measure(text, o.text, 400)
        if x > 0 and x + needed > width:
            x, y = 0.0, y + line
        shapes += _sample(sign, x, sample, y, o)
        words = Label(x + sample + 6 * unit, baseline(y, o.text), text, o.text, "ink2")
        shapes.append(words)
        right = max(right, x + needed)
        x += needed + 16 * unit
    return tuple(shapes), right, y + line / 2 - top


def _sample(sign: Sign, x: float, width: float, centre: float, o: RoadmapOptions) -> Shapes:
    bar, middle = Span(x, x + width), x + width / 2
    look: Look = "mark"
    where = Geometry(Span(x, x + width), bar, None, None)
    entry = Entry("", "", "mark", "", _DAY, _DAY)
    if sign in {"milestone", "decision"}:
        entry = replace(entry, mark="decision" if sign == "decision" else "milestone")
    elif sign == "reviews":
        look, where = "reviews", replace(where, reviews=(middle,))
    elif sign == "gate":
        entry = replace(entry, gate=(_DAY, ""))
        where = replace(where, gate=middle, gate_words=Span(x, x))
    elif sign in {"corridor", "late"}:
        split = Span(x, x + width * 0.55)
        rest = Span(split.right, bar.right)
        look = "solid"
        stop, late = (bar.right, None) if sign == "corridor" else (None, rest)
        where = Geometry(split, bar, stop, late)
    else:
        look = _LOOKS[sign]
    placed = Placed(replace(entry, look=look), where, Wording("right", Span(x, x)), "")
    pen = Pen(placed, centre, _TEAL, o.ground, o)
    return (*bar_shapes(pen), *word_shapes(pen))


def scale_note(axis: TimeAxis, start_month: int, language: str) -> str:
    """What the columns mean: the months of a fiscal year, and where the scale changes."""
    first = month_name(start_month, language)
    last = month_name((start_month + 10) % 12 + 1, language)
    parts = [message("Fiscal years run from {first} to {last}.", first=first, last=last)]
    if axis.far_from is not None:
        parts.append(message("From FY{year} on the scale is smaller.", year=axis.far_from))
    texts = [part.into(language) for part in parts]
    return "※ " + ("" if language == "ja" else " ").join(texts)
