"""The legend, drawn by the same hands as the bars, and the note about the scale."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from strategy_planner.analysis.decisions.choice_days import ChoiceDays
from strategy_planner.language import Message, message
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.bars import Pen, bar_shapes, word_shapes
from strategy_planner.layout.roadmap.entries import Entry, Look
from strategy_planner.layout.roadmap.findings import ChoiceMarks
from strategy_planner.layout.roadmap.months import month_name
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.rows import Placed, Row
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
    "blocked",
    "band",
    "milestone",
    "decision",
    "reviews",
    "gate",
    "decide_by",
    "closing",
]
_ALL: tuple[Sign, ...] = get_args(Sign)
SCREEN_SIGNS: tuple[Sign, ...] = ("solid", "open", "late", "corridor", "vague", "fade")
CHOICE_SIGNS: tuple[Sign, ...] = ("decide_by", "closing")
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
    "blocked": message("Blocked"),
    "band": message("Corridor only"),
    "milestone": message("Milestone"),
    "decision": message("Decision"),
    "reviews": message("Review"),
    "gate": message("Gate"),
    "decide_by": message("Decision due"),
    "closing": message("Option closes"),
}
_LOOKS: dict[Sign, Look] = {
    "solid": "solid",
    "open": "open",
    "vague": "vague",
    "fade": "fade",
    "done": "done",
    "dormant": "dormant",
    "blocked": "blocked",
    "band": "band",
}
_BARS = frozenset(_LOOKS) | {"corridor", "late"}
"""The signs that are as long as a bar."""
_DAY = dt.date(2000, 1, 1)


def legend(
    signs: Sequence[Sign],
    width: float,
    language: str,
    measure: Measure,
    o: RoadmapOptions,
    top: float = 0.0,
) -> tuple[Shapes, float, float]:
    """The signs with their words in lines of ``width`` from (0, top); their width and height.

    Where one line is too short for them, the lines are about equally long.
    """
    o = replace(o, bar=o.bar * 0.8)
    unit, line = o.unit, o.row * 0.85
    texts = {sign: _WORDS[sign].into(language) for sign in signs}
    needs = {
        sign: _sample_width(sign, o) + 6 * unit + measure(text, o.text, 400)
        for sign, text in texts.items()
    }
    shapes: list[Shape] = []
    y, right = top - line / 2, 0.0
    for row in _even_lines(needs, width, 16 * unit):
        x, y = 0.0, y + line
        for sign in row:
            sample = _sample_width(sign, o)
            shapes += _sample(sign, x, sample, y, o)
            place = (x + sample + 6 * unit, baseline(y, o.text))
            shapes.append(Label(*place, texts[sign], o.text, "ink2"))
            right = max(right, x + needs[sign])
            x += needs[sign] + 16 * unit
    return tuple(shapes), right, y + line / 2 - top


def signs_of(rows: Iterable[Row]) -> frozenset[Sign]:
    """The signs that these rows have to be read with."""
    found: set[Sign] = set()
    for placed in (placed for row in rows for placed in row):
        entry = placed.entry
        if entry.look != "mark":
            found.add(entry.look)
        if entry.mark is not None:
            found.add(entry.mark)
        if entry.stop is not None:
            found.add("corridor")
        if entry.late is not None:
            found.add("late")
        if entry.gate is not None:
            found.add("gate")
        if placed.geometry.decide is not None:
            found.add("decide_by")
        if placed.geometry.closings:
            found.add("closing")
    return frozenset(found)


def in_order(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The signs as every legend lists them."""
    wanted = set(signs)
    return tuple(sign for sign in _ALL if sign in wanted)


def _sample_width(sign: Sign, o: RoadmapOptions) -> float:
    return 34 * o.unit if sign in _BARS else o.bar


def _even_lines(needs: Mapping[Sign, float], width: float, gap: float) -> list[list[Sign]]:
    """As few lines as ``width`` allows, then the narrowest ones of that number."""
    lines = _filled_lines(needs, width, gap)
    narrower = sum(needs.values()) / max(len(lines), 1)
    while narrower < width:
        tried = _filled_lines(needs, narrower, gap)
        if len(tried) == len(lines):
            return tried
        narrower += gap
    return lines


def _filled_lines(needs: Mapping[Sign, float], width: float, gap: float) -> list[list[Sign]]:
    lines: list[list[Sign]] = []
    x = 0.0
    for sign, needed in needs.items():
        if not lines or x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append(sign)
        x += needed + gap
    return lines


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
    elif sign in {"decide_by", "closing"}:
        entry = replace(entry, choice=ChoiceMarks(ChoiceDays((), None, "open"), ""))
        is_star = sign == "decide_by"
        where = replace(where, decide=middle if is_star else None, decide_words=Span(x, x),
                        closings=() if is_star else (middle,))  # fmt: skip
    elif sign in {"corridor", "late"}:
        split = Span(x, x + width * 0.55)
        rest = Span(split.right, bar.right)
        look = "solid"
        stop, late = (bar.right, None) if sign == "corridor" else (None, rest)
        where = Geometry(split, bar, stop, late)
    else:
        look = _LOOKS[sign]
    placed = Placed(replace(entry, look=look), where, Wording("right", Span(x, x)), "", where.core)
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
    return "※ " + "".join(texts) if language == "ja" else " ".join(texts)
