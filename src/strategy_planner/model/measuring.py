"""The verb by which a planner records what was measured."""

import datetime as dt

from strategy_planner.language import message
from strategy_planner.model.changes import ChangeSet, created
from strategy_planner.model.creation import today
from strategy_planner.model.edits import fresh_id
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.fields import field
from strategy_planner.model.plan import Plan
from strategy_planner.model.reading import read
from strategy_planner.model.records import Measurement, Number


def add_measurement(
    plan: Plan, kpi_id: str, day: dt.date, value: Number, source: str | None = None
) -> ChangeSet:
    """A value of a KPI, measured on a day."""
    if kpi_id not in plan.kpis:
        raise PlanError(message("There is no item {id} in this plan.", id=kpi_id), (kpi_id,))
    made = Measurement(id=fresh_id(), kpi=kpi_id, date=day, value=value, source=source)
    label = message(
        "Add the value {value} of {day} to {item}",
        value=value, day=day, item=item_name(plan.kpis[kpi_id]),
    )  # fmt: skip
    return ChangeSet((created(made),), label)


def read_measurement(plan: Plan, kpi_id: str, day: str, value: str) -> ChangeSet:
    """The same from what a person typed; an empty day is the status date.

    Raises PlanError where the day is not one day or the value no number.
    """
    settings = plan.settings
    when = read(field("measurement", "date"), day, plan) or settings.status_date or today()
    amount = read(field("measurement", "value"), value, plan)
    if amount is None:
        raise PlanError(message("Write the measured value."), (kpi_id,), "value")
    return add_measurement(plan, kpi_id, when, amount)
