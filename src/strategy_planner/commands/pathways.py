"""Sets the pathways side by side, and names what is worth doing whichever is taken."""

import argparse
import datetime as dt

from strategy_planner.analysis.pathways.comparison import (
    Comparison,
    PathwayOutlook,
    compare_pathways,
)
from strategy_planner.analysis.pathways.pathways_json import pathways_json
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.analysis.simulation.simulation_words import terms_in_words
from strategy_planner.analysis.simulation.terms import Terms, terms_of
from strategy_planner.calendars.formatting import show_slack
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.progress import run_progress
from strategy_planner.commands.simulation_terms import (
    add_samples,
    check_samples,
)
from strategy_planner.commands.text_table import text_table
from strategy_planner.language import say
from strategy_planner.language.message import day_in_words
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name, text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``pathways FILE [--samples N] [--json]``."""
    add_plan(parser)
    add_samples(parser, None)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the comparison."""
    if options.samples is not None:
        check_samples(options.samples)
    plan = read_plan(options.file)
    today = schedule(plan)
    terms = None if options.samples is None else terms_of(plan.settings, samples=options.samples)
    chances = {} if terms is None else _chances(plan, today, terms)
    comparison = compare_pathways(plan, today, chances)
    if options.json:
        print_json(pathways_json(comparison, today))
        return 0
    print(_as_text(plan, comparison, today, terms, options.language))
    if terms is not None:
        known = [chance for chance in chances.values() if chance is not None]
        print("", *terms_in_words(terms, known, options.language), sep="\n")
    return 0


def _chances(plan: Plan, today: Schedule, terms: Terms) -> dict[str, float | None]:
    from strategy_planner.analysis.simulation.simulation import pathway_chances

    with run_progress() as progress:
        return pathway_chances(plan, today.status_date, terms, progress)


def _as_text(
    plan: Plan, comparison: Comparison, today: Schedule, terms: Terms | None, language: str
) -> str:
    if not plan.choices and not comparison.necessary:
        return say("This plan holds no choices.", language)
    blocks = [
        "\n".join([_table(plan, comparison, terms, language), *_chosen(plan, comparison, language)])
        if comparison.pathways
        else say("No pathway is named in this plan.", language)
    ]
    for title, items in (
        (say("No-regret, in every way that is in time:", language), comparison.no_regret),
        (
            say("Necessary, without them the vision cannot be reached:", language),
            comparison.necessary,
        ),
    ):
        lines = [f"  {label(plan, id_, language)}" for id_ in items]
        blocks.append("\n".join([title, *(lines or ["  –"])]))
    closed = [
        f"  {option_name(plan, option.choice, option.option, language)} "
        f"({label(plan, option.item, language)}): {day_in_words(day, language)}"
        for option, day in comparison.calendar.closed_before(today.status_date).items()
    ]
    blocks.append("\n".join([say("Options that have closed", language), *(closed or ["  –"])]))
    blocks.append(say("Counted out completely, over all choices.", language))
    return "\n\n".join(blocks)


def _table(plan: Plan, comparison: Comparison, terms: Terms | None, language: str) -> str:
    unit = text_of(plan, plan.settings, "money_unit", language)
    cost = say("Cost", language)
    head: tuple[str, ...] = (
        say("Pathway", language), say("The vision comes on", language), say("Slack", language),
        f"{cost} [{unit}]" if unit else cost, say("Late items", language),
    )  # fmt: skip
    rows = [_row(plan, one, language) for one in comparison.pathways]
    if terms is not None:
        head = (*head, say("Chance to be in time", language))
        shown = (_chance(one.chance, terms.samples) for one in comparison.pathways)
        rows = [(*row, chance) for row, chance in zip(rows, shown, strict=True)]
    return text_table(head, rows)


def _chance(chance: float | None, samples: int) -> str:
    return "–" if chance is None else shown_chance(chance, samples)


def _row(plan: Plan, one: PathwayOutlook, language: str) -> tuple[str, ...]:
    return (
        text_of(plan, plan.pathways[one.id], "name", language) or one.id,
        "–" if one.finish is None else (one.finish - dt.timedelta(days=1)).isoformat(),
        "–" if one.slack_days is None else show_slack(one.slack_days, language),
        "–" if one.cost is None else f"{one.cost:,.12g}",
        str(len(one.late)),
    )


def _chosen(plan: Plan, comparison: Comparison, language: str) -> list[str]:
    """What each pathway has chosen, in words."""
    lines = []
    for one in comparison.pathways:
        name = text_of(plan, plan.pathways[one.id], "name", language) or one.id
        ways = [
            option_name(plan, choice, option, language)
            for choice, options in one.chosen.items()
            for option in options
        ]
        lines.append(f"  {name}: {', '.join(ways) or '–'}")
    return lines
