"""Tells what the plan costs by fiscal year, by track and by owner."""

import argparse
from collections.abc import Callable, Sequence

from strategy_planner.analysis.budget.budget_json import budget_json
from strategy_planner.analysis.budget.by_year import Budget, BudgetLine, budget_by_year
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.text_table import text_table
from strategy_planner.language import message_plural, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Number
from strategy_planner.model.texts import label, text_of

_MOST_NAMED = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``budget FILE [--json]``."""
    add_plan(parser)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the budget."""
    plan = read_plan(options.file)
    found = budget_by_year(plan, schedule(plan))
    if options.json:
        print_json(budget_json(plan, found))
    else:
        print(_as_text(plan, found, options.language))
    return 0


def _as_text(plan: Plan, found: Budget, language: str) -> str:
    if found.total.total is None:
        blocks = [say("No item has a cost or a budget yet.", language)]
    else:
        blocks = [
            _table(plan, found, language, found.tracks, say("Track", language), _track_name),
            _table(plan, found, language, found.owners, say("Owner", language), _owner_name),
        ]
    blocks += _unknown(plan, found.total, language)
    return "\n\n".join(blocks)


def _table(
    plan: Plan,
    found: Budget,
    language: str,
    lines: Sequence[BudgetLine],
    title: str,
    name_of: Callable[[Plan, str | None, str], str],
) -> str:
    unit = text_of(plan, plan.settings, "money_unit", language)
    years = list(found.years)
    has_undated = found.total.undated is not None
    head = [f"{title} [{unit}]" if unit else title]
    head += [say("FY{year}", language, year=year) for year in years]
    head += [say("No date", language)] if has_undated else []
    head += [say("Total", language), say("Amount not known", language)]
    rows = [
        _row(one, name_of(plan, one.of, language), years,
             has_undated=has_undated)
        for one in lines
    ]  # fmt: skip
    rows.append(_row(found.total, say("Total", language), years, has_undated=has_undated))
    return text_table(head, rows)


def _row(line: BudgetLine, name: str, years: list[int], *, has_undated: bool) -> list[str]:
    cells = [name, *(_shown(line.years.get(year)) for year in years)]
    cells += [_shown(line.undated)] if has_undated else []
    return [*cells, _shown(line.total), str(len(line.unknown)) if line.unknown else "–"]


def _shown(amount: Number | None) -> str:
    return "–" if amount is None else f"{amount:,.10g}"


def _track_name(plan: Plan, id_: str | None, language: str) -> str:
    if id_ is None:
        return say("Without a track", language)
    return text_of(plan, plan.tracks[id_], "name", language) or id_


def _owner_name(plan: Plan, id_: str | None, language: str) -> str:
    if id_ is None:
        return say("Without an owner", language)
    return text_of(plan, plan.organisations[id_], "name", language) or id_


def _unknown(plan: Plan, total: BudgetLine, language: str) -> list[str]:
    if not total.unknown:
        return []
    head = message_plural(
        "{count} item has no amount yet; the sums say nothing of it:",
        "{count} items have no amount yet; the sums say nothing of them:",
        len(total.unknown),
    ).into(language)
    names = [f"  {label(plan, id_, language)}" for id_ in total.unknown[:_MOST_NAMED]]
    left = len(total.unknown) - len(names)
    if left:
        more = message_plural("and {count} more item", "and {count} more items", left)
        names.append(f"  {more.into(language)}")
    return ["\n".join([head, *names])]
