"""Tells when each option closes, what is lost first, and what to watch until then."""

import argparse
import datetime as dt

from strategy_planner.analysis.decisions.calendar import (
    ChoiceDates,
    DecisionCalendar,
    OptionDates,
    decision_calendar,
)
from strategy_planner.analysis.decisions.decisions_json import decisions_json
from strategy_planner.analysis.decisions.words import OPTION_STATES
from strategy_planner.analysis.gates.gates_json import gate_json
from strategy_planner.analysis.gates.missing import gates_ahead
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.text_table import shown_day, text_table
from strategy_planner.language import say
from strategy_planner.language.message import day_in_words
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name, text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``decisions FILE [--json]``."""
    add_plan(parser)
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the decision calendar."""
    plan = read_plan(options.file)
    today = schedule(plan)
    calendar = decision_calendar(plan, today)
    gates = gates_ahead(plan, today)
    language = options.language
    if options.json:
        said = [gate_json(plan, one, language) for one in gates]
        print_json(decisions_json(calendar) | {"gates": said})
        return 0
    print(_as_text(plan, calendar, today.status_date, language))
    if gates:
        print("\n" + say("Gates to apply for", language))
    for one in gates:
        print(gate_in_words(plan, one).into(language))
    return 0


def _as_text(plan: Plan, calendar: DecisionCalendar, today: dt.date, language: str) -> str:
    if not calendar.choices:
        return say("This plan holds no choices.", language)
    blocks = [_choice(plan, one, today, language) for one in calendar.choices]
    triggers = [
        say(
            "{signpost}: on its trend it passes the threshold on {tips}; "
            "decide by {day}, when it reads {value}",
            language,
            signpost=text_of(plan, plan.register[one.signpost], "title", language) or one.signpost,
            tips=day_in_words(one.tips_on, language),
            day=day_in_words(one.decide_by, language),
            value=f"{one.value_then:,.6g}",
        )
        for one in calendar.triggers
    ]
    return "\n\n".join([*blocks, *(["\n".join(triggers)] if triggers else [])])


def _choice(plan: Plan, choice: ChoiceDates, today: dt.date, language: str) -> str:
    name = text_of(plan, plan.choices[choice.choice], "name", language)
    head = label(plan, choice.item, language)
    lines = [f"{head} – {name}" if name else head]
    if choice.decide_by is not None:
        lines.append(say("Decide by {day}", language, day=day_in_words(choice.decide_by, language)))
    if choice.first_loss_on is not None and choice.first_loss_on != choice.decide_by:
        day = day_in_words(choice.first_loss_on, language)
        is_past = choice.first_loss_on < today
        lines.append(
            say("The first option closed on {day}", language, day=day)
            if is_past
            else say("The first option closes on {day}", language, day=day)
        )
    titles = (
        say("Option", language), say("Closes on", language), say("Days left", language),
        say("State", language), say("Watch", language),
    )  # fmt: skip
    rows = [_row(plan, option, language) for option in choice.options]
    return "\n".join([*lines, text_table(titles, rows)])


def _row(plan: Plan, option: OptionDates, language: str) -> tuple[str, ...]:
    watched = (
        text_of(plan, plan.register[id_], "title", language) or id_ for id_ in option.signposts
    )
    return (
        option_name(plan, option.choice, option.option, language),
        shown_day(option.closes_on),
        "–" if option.days_left is None else str(option.days_left),
        OPTION_STATES[option.state].into(language),
        ", ".join(watched) or "–",
    )
