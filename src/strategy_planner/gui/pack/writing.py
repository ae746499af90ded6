"""Writes the pack that is wished for, beside the window: its first page soon, then all of it."""

import datetime as dt
from dataclasses import dataclass

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.gui.pack.pages import Pages, first_pages, pages_of
from strategy_planner.gui.pack.wish import Wish
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Written:
    """A pack, and on which page each item stands first, by its id."""

    pages: Pages
    page_of: dict[str, int]


def written(plan: Plan, schedule: Schedule, wish: Wish, task: Task) -> Written:
    """The pack; what its first part alone gives is told before."""
    from strategy_planner.briefing.pack import write_briefing

    created = dt.datetime.now().astimezone()

    def write(sections: tuple[str, ...] | None) -> bytes:
        return write_briefing(
            plan,
            schedule,
            wish.language,
            sections,
            wish.paper,
            created=created,
            since=wish.since,
            progress=lambda done, of: task.progressed.emit(done / max(1, of)),
            cancelled=lambda: task.is_cancelled,
        )

    if len(wish.sections) > 1:
        first = write(wish.sections[:1])
        task.partly.emit(Written(pages_of(first, whole=False), {}))
    pages = pages_of(write(wish.asked))
    ids = {node.number: node.id for node in plan.nodes.values() if node.number}
    found = first_pages(pages, ids)
    return Written(pages, {ids[number]: place for number, place in found.items()})
