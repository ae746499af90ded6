"""What the start page tells of a plan without opening it: its words, its state, its picture."""

import msgspec

from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.calendars.formatting import show_days
from strategy_planner.language import LANGUAGES, Message, message
from strategy_planner.layout.map import MapLayout, map_layout
from strategy_planner.layout.marks import Severity
from strategy_planner.layout.shapes import Weight
from strategy_planner.layout.tracks import track_token
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of

_MOST_LINES = 160
"""More links than this make a small picture grey instead of clear."""


class PlanCard(msgspec.Struct, frozen=True):
    """The words by language; ``state`` and ``days`` as in the schedule; boxes as shares of 1."""

    titles: dict[str, str]
    visions: dict[str, str]
    items: int
    links: int
    year: int | None
    state: str
    days: int | None
    boxes: tuple[tuple[float, float, float, float, str], ...]
    """x, y, width, height and colour token."""
    lines: tuple[tuple[float, float, float, float], ...]
    shape: float
    """The picture's width over its height."""


def card_of(plan: Plan) -> PlanCard:
    """The card of a plan, computed anew."""
    computed = schedule(plan)
    vision = next((node for node in plan.nodes.values() if node.kind == "vision"), None)
    state, days, year = _state(plan, computed)
    boxes, lines, shape = _picture(map_layout(plan, computed, "ja", _roughly))
    return PlanCard(
        titles={lang: text_of(plan, plan.settings, "title", lang) or "" for lang in LANGUAGES},
        visions={
            lang: (text_of(plan, vision, "title", lang) or "") if vision else ""
            for lang in LANGUAGES
        },
        items=len(plan.nodes),
        links=len(plan.links),
        year=year,
        state=state,
        days=days,
        boxes=boxes,
        lines=lines,
        shape=shape,
    )


def state_words(card: PlanCard, language: str) -> tuple[Severity | None, str]:
    """The mark and the words of a plan's state."""
    time = show_days(abs(card.days or 0), language)
    marks: dict[str, tuple[Severity | None, Message]] = {
        "late": ("error", message("{time} too late", time=time)),
        "blocked": ("error", message("Blocked")),
        "undated": ("note", message("No year of the vision yet")),
        "unlinked": ("note", message("No chain to the vision yet")),
        "in_time": (None, message("{time} of slack", time=time)),
        "reached": (None, message("Reached")),
    }
    if card.state not in marks:
        return None, ""
    mark, words = marks[card.state]
    return mark, words.into(language)


def _state(plan: Plan, computed: Schedule) -> tuple[str, int | None, int | None]:
    """The state, the days of slack and the year of the vision that stands worst."""
    dated = [
        (target, dates)
        for target, dates in computed.targets.items()
        if plan.nodes[target].kind == "vision"
    ] or list(computed.targets.items())
    if not dated:
        return "undated", None, None
    _, worst = min(dated, key=lambda one: (not one[1].blocked_by, _days_of(one[1].slack_days)))
    year = worst.target.year
    if worst.blocked_by:
        return "blocked", None, year
    if worst.slack_days is None:
        return "reached", None, year
    if worst.slack_days < 0:
        return "late", worst.slack_days, year
    if len(computed.critical_chain) < 2:
        return "unlinked", None, year
    return "in_time", worst.slack_days, year


def _days_of(slack: int | None) -> int:
    return 10**9 if slack is None else slack


def _picture(
    layout: MapLayout,
) -> tuple[
    tuple[tuple[float, float, float, float, str], ...],
    tuple[tuple[float, float, float, float], ...],
    float,
]:
    extent, wall = layout.extent, layout.wall
    right = extent.right if wall is None else max(extent.right, wall.box.right)
    width, height = max(1.0, right - extent.x), max(1.0, extent.height)

    def x(value: float) -> float:
        return round((value - extent.x) / width, 4)

    def y(value: float) -> float:
        return round((value - extent.y) / height, 4)

    boxes = [
        (x(box.x), y(box.y), round(box.width / width, 4), round(box.height / height, 4), token)
        for id_, box in layout.boxes.items()
        for token in [_token(layout, id_)]
    ]
    if wall is not None:
        at = wall.box
        boxes.append((x(at.x), y(at.y), round(at.width / width, 4), 1.0, "accent"))
    lines = [
        (
            x(route.points[0][0]),
            y(route.points[0][1]),
            x(route.points[-1][0]),
            y(route.points[-1][1]),
        )
        for route in layout.routes[:_MOST_LINES]
    ]
    return tuple(boxes), tuple(lines), round(width / height, 3)


def _token(layout: MapLayout, id_: str) -> str:
    card = layout.cards[id_]
    if card.severity == "late":
        return "late"
    return "link" if card.track is None else track_token(card.track, "solid")


def _roughly(text: str, size: float, weight: Weight = 400) -> float:
    """Widths without a font: a picture of this size shows no word."""
    del weight
    return sum(size if ord(character) > 0x2E7F else size * 0.55 for character in text)
