"""Tells how sure the targets are, and what drives them, from many runs of the plan."""

import argparse
import datetime as dt
from collections.abc import Sequence

from strategy_planner.analysis.last_days import last_day
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.by_year import YearChance, chances_by_year
from strategy_planner.analysis.simulation.drivers import arriving_runs, drivers
from strategy_planner.analysis.simulation.precision import shown_chance, shown_correlation
from strategy_planner.analysis.simulation.raising import what_raises_most
from strategy_planner.analysis.simulation.simulation import (
    Simulation,
    TargetChances,
    simulate,
)
from strategy_planner.analysis.simulation.simulation_json import raising_json, simulation_json
from strategy_planner.analysis.simulation.simulation_words import (
    terms_in_words,
    what_is_uncertain,
)
from strategy_planner.analysis.simulation.terms import SAMPLES, SEED, terms_of
from strategy_planner.analysis.simulation.uncertainty import Uncertainty
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.progress import item_progress, run_progress
from strategy_planner.commands.quick_ranges import add_ranges, read_ranges
from strategy_planner.commands.raising_words import raising_in_words
from strategy_planner.commands.simulation_terms import (
    add_samples,
    check_samples,
    check_seed,
)
from strategy_planner.commands.text_table import text_table
from strategy_planner.language import message_plural, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label
from strategy_planner.model.words import CHOICE_MODES, DISTRIBUTIONS

_MOST_DRIVERS = 12
_MOST_COLUMNS = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``simulate FILE [--samples N] [--seed S] [--distribution D] [--choices C] [--range R]
    [--raise] [--json]``.
    """
    add_plan(parser)
    add_samples(parser, SAMPLES)
    parser.add_argument("--seed", type=int, metavar="S", default=SEED)
    parser.add_argument("--distribution", choices=list(DISTRIBUTIONS))
    parser.add_argument("--choices", choices=list(CHOICE_MODES))
    add_ranges(parser)
    parser.add_argument("--raise", action="store_true", dest="raises")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the chances."""
    check_samples(options.samples)
    check_seed(options.seed)
    plan = read_plan(options.file)
    terms = terms_of(
        plan.settings,
        samples=options.samples,
        seed=options.seed,
        distribution=options.distribution,
        choices=options.choices,
        ranges=read_ranges(plan, options.ranges),
    )
    today = schedule(plan)
    with run_progress() as progress:
        found = simulate(plan, today, terms, progress)
    raising = None
    if options.raises:
        with item_progress() as progress:
            raising = what_raises_most(plan, today, terms, progress=progress)
    if options.json:
        more = {"raise": raising and raising_json(raising)} if options.raises else {}
        print_json(simulation_json(plan, found) | more)
        return 0
    print(_as_text(plan, found, options.language))
    if options.raises:
        print("\n" + raising_in_words(plan, raising, options.language))
    return 0


def _as_text(plan: Plan, found: Simulation, language: str) -> str:
    if not found.targets:
        return say(
            "No vision has a date and no item a target; there is nothing to be in time for.",
            language,
        )
    drawn = [] if found.uncertainty.is_none else found.targets.values()
    chances = [one.chance_by_target for one in drawn]
    blocks = [
        "\n".join(terms_in_words(found.terms, chances, language)),
        _what_is_uncertain(plan, found.uncertainty, language),
        _table(plan, found, language),
    ]
    if not found.uncertainty.is_none:
        blocks.append(_by_year(plan, found, language))
    if found.driven is not None:
        blocks.append(_drivers(plan, found, found.driven, language))
    return "\n\n".join(blocks)


def _what_is_uncertain(plan: Plan, drawn: Uncertainty, language: str) -> str:
    lines = what_is_uncertain(plan, drawn, language)
    if drawn.is_none:
        lines.append(
            say(
                "To see how far its dates may spread, give a quick range: {option}",
                language, option='--range "*=-20%,+80%"',
            )
        )  # fmt: skip
    return "\n".join(lines)


def _table(plan: Plan, found: Simulation, language: str) -> str:
    head = (
        say("Target", language), say("Promised by", language), say("Chance by then", language),
        "P10", "P50", "P80", "P90", say("Comes at all", language),
    )  # fmt: skip
    rows = [_row(plan, id_, one, found, language) for id_, one in found.targets.items()]
    return "\n".join(
        [
            text_table(head, rows),
            say("P80 is the day by which the target has come in 80 % of the runs.", language),
        ]
    )


def _row(
    plan: Plan, id_: str, one: TargetChances, found: Simulation, language: str
) -> tuple[str, ...]:
    if found.uncertainty.is_none:
        # Runs that are all the same say nothing of how sure it is.
        unknown = say("not estimated", language)
        return (label(plan, id_, language), one.target.isoformat(), unknown, *("–",) * 5)
    samples = found.terms.samples
    return (
        label(plan, id_, language),
        one.target.isoformat(),
        shown_chance(one.chance_by_target, samples),
        *(_shown(plan, id_, instant, language) for instant in (one.p10, one.p50, one.p80, one.p90)),
        shown_chance(one.chance_ever, samples),
    )


def _by_year(plan: Plan, found: Simulation, language: str) -> str:
    """The chance by the end of each fiscal year, a column for each of the first targets."""
    by_target = dict(list(chances_by_year(plan, found).items())[:_MOST_COLUMNS])
    years = [year for rows in by_target.values() for year in rows]
    first, last = min(one.year for one in years), max(one.year for one in years)
    head = (
        say("By the end of the fiscal year", language),
        *(plan.nodes[id_].number or label(plan, id_, language) for id_ in by_target),
    )
    rows = []
    for year in range(first, last + 1):
        cells = [
            shown_chance(_chance_in(by_year, year), found.terms.samples)
            for by_year in by_target.values()
        ]
        rows.append((say("FY{year}", language, year=year), *cells))
    return "\n".join([say("Chance by fiscal year", language), text_table(head, rows)])


def _chance_in(by_year: Sequence[YearChance], year: int) -> float:
    """The chance by the end of ``year``: 0 before the first that is told, then as in the last."""
    if year < by_year[0].year:
        return 0.0
    return by_year[min(year, by_year[-1].year) - by_year[0].year].chance


def _shown(plan: Plan, id_: str, instant: dt.date | None, language: str) -> str:
    """An instant as the last day of work (SEMANTICS 1.1)."""
    takes_time = plan.nodes[id_].duration is not None
    day = last_day(plan, id_, None if takes_time else instant, instant)
    return say("never", language) if day is None else day.isoformat()


def _drivers(plan: Plan, found: Simulation, driven: str, language: str) -> str:
    title = say("What drives {item}", language, item=label(plan, driven, language))
    arriving, ranked = arriving_runs(found, driven), drivers(found)
    if not ranked:
        return f"{title}\n  –"
    head = (
        say("Item", language), say("On the driving chain", language),
        say("Correlation with the finish", language),
    )  # fmt: skip
    rows = [
        (
            label(plan, one.item, language),
            shown_chance(one.criticality, arriving),
            shown_correlation(one.sensitivity, arriving) if one.sensitivity else "–",
        )
        for one in ranked[:_MOST_DRIVERS]
    ]
    lines = [title, text_table(head, rows)]
    left = len(ranked) - len(rows)
    if left:
        lines.append(
            message_plural("and {count} more item", "and {count} more items", left).into(language)
        )
    return "\n".join(lines)
