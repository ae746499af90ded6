"""Computes both passes: the earliest and the latest dates of every item side by side."""

import argparse

from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.analysis.schedule_json import schedule_json
from strategy_planner.analysis.state_words import state_word
from strategy_planner.calendars.formatting import show_slack
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    day,
    print_json,
    read_plan,
)
from strategy_planner.commands.text_table import shown_day, text_table
from strategy_planner.language import say
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``schedule FILE [--status-date D] [--pathway NAME] [--json]``."""
    add_plan(parser)
    parser.add_argument("--status-date", type=str, metavar="D")
    parser.add_argument("--pathway", metavar="NAME")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the dates."""
    status_date = None if options.status_date is None else day(options.status_date)
    plan = read_plan(options.file)
    result = schedule(plan, status_date=status_date, pathway=options.pathway)
    if options.json:
        print_json(schedule_json(result))
    else:
        print(_as_text(plan, result, options.language))
    return 0


def _as_text(plan: Plan, result: Schedule, language: str) -> str:
    head = (
        say("Item", language), say("Early start", language), say("Early finish", language),
        say("Late start", language), say("Late finish", language), say("Slack", language),
        say("State", language),
    )  # fmt: skip
    rows = [
        (label(plan, item_id, language), *_columns(plan, result, item_id, language))
        for item_id in result.items
    ]
    chain = " → ".join(plan.nodes[id_].number or id_ for id_ in result.critical_chain)
    foot = [
        say("Status date {day}", language, day=result.status_date.isoformat()),
        say("Critical chain: {chain}", language, chain=chain or "–"),
    ]
    return "\n".join([text_table(head, rows), "", *foot])


def _columns(plan: Plan, result: Schedule, item_id: str, language: str) -> tuple[str, ...]:
    """The columns behind the item: last days of work, not instants; what takes no time starts
    and ends on the one day on which it is shown (SEMANTICS 1.1).
    """
    dates = result.items[item_id]
    slack = dates.total_slack_days
    early_end, late_end = (
        early_last_day(plan, result, item_id),
        late_last_day(plan, result, item_id),
    )
    return (
        shown_day(early_end if dates.early_start == dates.early_finish else dates.early_start),
        shown_day(early_end),
        shown_day(late_end if dates.late_start == dates.late_finish else dates.late_start),
        shown_day(late_end),
        "–" if slack is None else show_slack(slack, language),
        state_word(dates, language),
    )
