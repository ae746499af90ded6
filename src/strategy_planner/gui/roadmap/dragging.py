"""An item on its way along the time axis, by the mouse or by keys, and what that would mean."""

import datetime as dt
from dataclasses import dataclass

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.calendars.formatting import show_duration
from strategy_planner.calendars.periods import Unit, period_index
from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.roadmap.moving import can_stretch, put, stretch
from strategy_planner.layout.roadmap.moving_together import move_together
from strategy_planner.layout.roadmap.preview import Preview
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

_HANDLE = 6.0
"""How far from the end of a bar the pointer takes the end, at either side."""


@dataclass(frozen=True, slots=True)
class Drag:
    """An item that is being carried: where it was taken and by which part."""

    id: str
    start: tuple[float, float]
    day: dt.date
    """The day under the pointer where it was taken."""
    by_end: bool = False
    from_tray: bool = False
    others: tuple[str, ...] = ()
    """What else is selected and carried with it by the same months."""
    here: tuple[float, float] | None = None
    """The pointer, once it has moved far enough to mean it."""
    step: tuple[Unit, int] | None = None
    """How many periods of which unit it was moved, or into which period it was put."""
    preview: Preview | None = None
    said: str = ""
    """What it would be dated, or why it cannot be."""
    refusal: PlanError | None = None


def takes_end(stood: Stood, x: float) -> bool:
    """Whether a point in an item's row takes the end of its bar rather than the whole."""
    bar = stood.placed.geometry.bar
    inner = min(_HANDLE, bar.width / 3)
    return bar.right - inner <= x <= bar.right + _HANDLE


def has_handle(plan: Plan, schedule: Schedule, stood: Stood) -> bool:
    """Whether the end of an item's bar can be taken."""
    return stood.placed.entry.look != "mark" and can_stretch(plan, schedule, stood.id)


def step_to(view: Viewport, drag: Drag, x: float, y: float) -> tuple[Unit, int] | None:
    """What the pointer now means: periods moved; for an undated item, the period under it.

    None beside the chart, or where an undated item is still below it.
    """
    axis = view.layout.chart.axis
    place = x + view.scroll_x
    if x < view.lanes or place >= axis.right:
        return None
    if drag.from_tray and not 0 <= y < min(view.height, view.foot_y):
        return None
    unit, _ = axis.period_at(place)
    index = period_index(axis.day(place), unit, axis.start_month)
    if drag.from_tray:
        return unit, index
    return unit, index - period_index(drag.day, unit, axis.start_month)


def meaning(plan: Plan, schedule: Schedule, drag: Drag, view: Viewport) -> ChangeSet:
    """The edit that letting go would make. PlanError where the item cannot be moved so."""
    if drag.step is None:
        raise ValueError
    unit, count = drag.step
    if drag.from_tray:
        x = (drag.here or drag.start)[0] + view.scroll_x
        return put(plan, drag.id, unit, view.layout.chart.axis.day(x))
    if drag.by_end:
        return stretch(plan, schedule, drag.id, unit, count)
    return move_together(plan, schedule, (drag.id, *drag.others), unit, count)


def told(change_set: ChangeSet, language: str, first: str | None = None) -> str:
    """What the edit writes, as the chip at the pointer says it: 2020年度 → 2021年度.

    Of several items only what becomes of the ``first`` is told, and how many move.
    """
    words: list[str] = [] if first is None else [change_set.label.into(language)]
    for change in change_set.changes:
        if first not in {None, change.id}:
            continue
        for name in ("date", "duration"):
            old, new = getattr(change.before, name, None), getattr(change.after, name, None)
            if new != old and new is not None:
                shown = [_shown(name, text, language) for text in (old, new) if text is not None]
                words.append(" → ".join(shown))
    return "　".join(words)


def _shown(name: str, text: str, language: str) -> str:
    return text if name == "date" else show_duration(parse_duration(text), language)
