"""A wedge chart in one sentence, and as a table."""

from strategy_planner.analysis.kpis.figures import derived_value
from strategy_planner.analysis.kpis.trajectory import first_day_at
from strategy_planner.language import Message, message, message_plural, say
from strategy_planner.language.message import day_in_words
from strategy_planner.layout.charts.chart import Row
from strategy_planner.layout.charts.wedge_data import Wedges


def wedge_sentence(data: Wedges) -> Message:
    """What the chart shows, for those who cannot see it."""
    missing = data.missing[-1] if data.missing else None
    if missing is None:
        return message("{kpi}: to be set", kpi=data.name)
    actions = message_plural("{count} action", "{count} actions", len(data.wedges))
    gap = f"{derived_value(missing)} {data.unit}".strip()
    if missing == 0:
        return message("{kpi}: {actions} close the gap", kpi=data.name, actions=actions)
    return message("{kpi}: {actions}, {gap} still missing", kpi=data.name, actions=actions, gap=gap)


def wedge_values(data: Wedges, language: str) -> tuple[Row, ...]:
    """One row for each time of the chart, unrounded."""
    names = (f"{wedge.number} {wedge.title}".strip() for wedge in data.wedges)
    head = (
        say("Day", language), say("Business as usual", language), *names,
        say("Forecast", language), say("Needed", language), say("Still missing", language),
    )  # fmt: skip
    rows = []
    for place, time in enumerate(data.times):
        day = first_day_at(time)
        added = (repr(wedge.added[place]) for wedge in data.wedges)
        needed, missing = data.needed[place], data.missing[place]
        rows.append(
            (
                "" if day is None else day_in_words(day, language),
                repr(data.usual[place]), *added, repr(data.forecast[place]),
                "" if needed is None else repr(needed), "" if missing is None else repr(missing),
            )
        )  # fmt: skip
    return (head, *rows)
