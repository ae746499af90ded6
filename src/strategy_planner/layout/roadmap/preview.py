"""What an edit would change on a roadmap, before it is made: bars where they would stand."""

import datetime as dt
from dataclasses import dataclass, field, replace

from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.calendars.periods import period, period_index, period_name
from strategy_planner.language import message
from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.roadmap.entries import entries_of
from strategy_planner.layout.roadmap.picture import RoadmapLayout
from strategy_planner.layout.roadmap.rows import place_entry
from strategy_planner.layout.shapes import Measure
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Preview:
    """An edit that is not made yet, and what it would do; rows stay where they are."""

    change_set: ChangeSet
    stood: dict[str, Stood]
    """The items of the chart whose bars would be others, as they would stand."""
    words: dict[str, str]
    """Old → new of what would move, by item."""
    visions: tuple[float, ...]
    """Where visions would stand that would move."""
    verdict: tuple[bool, str] | None = None
    """Whether the plan would be in trouble, and where it would stand, if that is another place."""


@dataclass(slots=True)
class Trial:
    """A copy of the plan to try edits on, and the layout in which their effect is shown."""

    plan: Plan
    before: Schedule
    layout: RoadmapLayout
    measure: Measure
    _copy: Plan | None = field(default=None, init=False)

    def of(self, change_set: ChangeSet) -> Preview:
        """Both passes with the edit, and what differs. PlanError where the rules refuse it."""
        if self._copy is None:
            self._copy = self.plan.copy()
        plan, before = self._copy, self.before
        inverse = plan.apply(change_set)
        try:
            after = rescheduled(before, plan, change_set.changes)
            edited = {change.id for change in change_set.changes}
            moved = [
                item
                for item, dates in after.items.items()
                if item in edited or dates != before.items.get(item)
            ]
            stood = self._standing(plan, after, moved)
            verdict = self._verdict(plan, after)
            words = {item: self._words(plan, after, item) for item in moved}
        finally:
            plan.apply(inverse)
        told = {item: text for item, text in words.items() if text}
        return Preview(change_set, stood, told, self._visions(after), verdict)

    def _verdict(self, plan: Plan, after: Schedule) -> tuple[bool, str] | None:
        language = self.layout.parts.language
        _, now = state_of_plan(self.plan, self.before, language)
        bad, then = state_of_plan(plan, after, language)
        return None if then == now else (bad, then.into(language))

    def _standing(self, plan: Plan, after: Schedule, moved: list[str]) -> dict[str, Stood]:
        layout = self.layout
        parts, by_id = layout.parts, layout.chart.by_id
        shown = [item for item in moved if item in by_id]
        entries = entries_of(plan, after, shown, parts.language, parts.choices)
        o, axis, limits = parts.options, parts.axis, parts.limits
        return {
            item: replace(by_id[item], placed=place_entry(entry, axis, limits, self.measure, o))
            for item, entry in entries.items()
        }

    def _words(self, plan: Plan, after: Schedule, item: str) -> str:
        """By month, for computed days are no promise: the earliest end, else the latest."""
        ends = [
            (early_last_day(self.plan, self.before, item), early_last_day(plan, after, item)),
            (late_last_day(self.plan, self.before, item), late_last_day(plan, after, item)),
        ]
        said = [(self._month(old), self._month(new)) for old, new in ends]
        language = self.layout.parts.language
        if said[0][0] != said[0][1]:
            return message("{old} → {new}", old=said[0][0], new=said[0][1]).into(language)
        if said[1][0] != said[1][1]:
            old, new = said[1]
            return message("Latest {old} → {new}", old=old, new=new).into(language)
        return ""

    def _month(self, day: dt.date | None) -> str:
        if day is None:
            return "–"
        window = period(period_index(day, "month", 1), "month", 1)
        return period_name(window, "month", self.layout.parts.language, 1)

    def _visions(self, after: Schedule) -> tuple[float, ...]:
        axis, parts = self.layout.chart.axis, self.layout.parts
        targets = {
            vision.id: after.targets[vision.id].target + _DAY
            for vision in parts.visions
            if vision.id in after.targets
        }
        return tuple(
            axis.x(targets[vision.id])
            for vision in parts.visions
            if vision.id in targets and targets[vision.id] != vision.day + _DAY
        )
