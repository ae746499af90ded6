"""Giving an undated item a date by putting it on a year."""

from dataclasses import dataclass

from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Carried:
    """An item of the tray on its way: where it was taken, where it is, over which year."""

    id: str
    start: tuple[float, float]
    here: tuple[float, float]
    year: int | None = None


def year_under(view: Viewport, x: float, y: float) -> int | None:
    """The fiscal year under a point of the window; None beside the chart and its header."""
    axis = view.layout.chart.axis
    place = x + view.scroll_x
    if x < view.lanes or not 0 <= y < min(view.height, view.foot_y) or place >= axis.right:
        return None
    return next(year for year in axis.years if place < axis.column(year)[1])


def written_year(plan: Plan, year: int) -> str:
    """A fiscal year as a planner writes it in the language of the plan."""
    return f"FY{year}" if plan.settings.language == "en" else f"{year}年度"


def give_year(plan: Plan, item: str, year: int) -> ChangeSet:
    """The edit by which the item is to be done in that fiscal year."""
    return set_fields(plan, "node", item, date=written_year(plan, year))
