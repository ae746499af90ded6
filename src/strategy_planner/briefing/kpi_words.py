"""A KPI in a few words: name, from where, to where, by when."""

from strategy_planner.briefing.edition import Edition
from strategy_planner.model.records import Kpi


def kpi_words(edition: Edition, kpi: Kpi) -> str:
    """``Share of bioplastics (%): 2 → 20 (31 Mar 2031)``; empty where no value is set yet."""
    if kpi.target is None and kpi.baseline is None:
        return ""
    unit = edition.text(kpi, "unit")
    name = edition.text(kpi, "name") or edition.say("KPI")
    if unit:
        name = edition.say("{name} ({unit})", name=name, unit=unit)
    start = f"{kpi.baseline[1]:,}" if kpi.baseline else edition.to_be_set
    end = f"{kpi.target[1]:,}" if kpi.target else edition.to_be_set
    day = kpi.target[0] if kpi.target else None
    if day is None:
        return edition.say("{name}: {start} → {end}", name=name, start=start, end=end)
    return edition.say(
        "{name}: {start} → {end} ({day})",
        name=name,
        start=start,
        end=end,
        day=edition.figures(day),
    )
