"""Tells where each KPI must be, where it is and where it is heading, year by year."""

import argparse

from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.kpis_json import kpis_json
from strategy_planner.analysis.kpis.reasons import gap_in_words, why_grade
from strategy_planner.analysis.kpis.standing import KpiStanding, kpi_standings
from strategy_planner.analysis.kpis.wedge import Wedge, wedge_of
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.text_table import text_table
from strategy_planner.language import say
from strategy_planner.language.message import day_in_words
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi
from strategy_planner.model.texts import label, text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``kpis FILE [--json]``."""
    add_plan(parser)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print every KPI."""
    plan = read_plan(options.file)
    standings = kpi_standings(plan, schedule(plan))
    if options.json:
        print_json(kpis_json(plan, standings))
        return 0
    language = options.language
    if not standings:
        print(say("KPIs are to be set. Start with indicator, unit and baseline.", language))
    blocks = [
        _as_text(plan, plan.kpis[id_], standing, language) for id_, standing in standings.items()
    ]
    print("\n\n".join(blocks))
    return 0


def _as_text(plan: Plan, kpi: Kpi, standing: KpiStanding, language: str) -> str:
    name = text_of(plan, kpi, "name", language) or kpi.id
    head = f"{name} [{text_of(plan, kpi, 'unit', language)}]" if kpi.unit else name
    lines = [head]
    if kpi.node is not None:
        lines.append(label(plan, kpi.node, language))
    lines.append(why_grade(standing).into(language))
    if kpi.target is None:
        lines.append(say("Target: to be set", language))
    if standing.gap is not None:
        lines.append(
            say(
                "Gap to the needed value: {gap}",
                language,
                gap=gap_in_words(standing.gap).into(language),
            )
        )
    if standing.reaches_target_on is not None:
        lines.append(
            say(
                "Reaches the target on {day}",
                language,
                day=day_in_words(standing.reaches_target_on, language),
            )
        )
    elif kpi.target is not None and standing.forecast is not None:
        lines.append(say("Does not reach the target on its present course", language))
    if standing.years:
        lines.append(_table(standing, language))
    wedge = wedge_of(kpi, standing)
    if wedge is not None and wedge.actions and wedge.years:
        lines += ["", _wedge(plan, wedge, language)]
    return "\n".join(lines)


def _wedge(plan: Plan, wedge: Wedge, language: str) -> str:
    """What each action adds by the end of each fiscal year, and what is then missing."""
    head = (
        say("Fiscal year", language), say("Business as usual", language),
        *(plan.nodes[id_].number or label(plan, id_, language) for id_ in wedge.actions),
        say("Needed", language), say("Still missing", language),
    )  # fmt: skip
    rows = [
        (
            str(row.year),
            _shown(row.business_as_usual),
            *(("+" if part > 0 else "") + _shown(part) if part else "–" for part in row.parts),
            _shown(row.needed),
            _shown(row.missing),
        )
        for row in wedge.years
    ]
    return "\n".join(
        [
            say("Which actions close the gap", language),
            text_table(head, rows),
            *(f"  {label(plan, id_, language)}" for id_ in dict.fromkeys(wedge.actions)),
        ]
    )


def _table(standing: KpiStanding, language: str) -> str:
    head = (
        say("Fiscal year", language), say("Needed", language), say("Measured", language),
        say("Forecast", language),
    )  # fmt: skip
    rows = [
        (
            str(row.year),
            _shown(row.needed),
            "–" if row.measured is None else given_value(row.measured),
            _shown(row.forecast),
        )
        for row in standing.years
    ]
    return text_table(head, rows)


def _shown(value: float | None) -> str:
    return "–" if value is None else derived_value(value)
