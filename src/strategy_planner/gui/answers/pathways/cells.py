"""What the table of pathways says in each of its cells."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.analysis.pathways.comparison import PathwayOutlook
from strategy_planner.analysis.simulation.precision import shown_chance, standard_error
from strategy_planner.calendars.formatting import show_day, show_slack
from strategy_planner.gui.answers.pathways.answer import Outlook
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.choice_words import choice_words
from strategy_planner.model.records import Pathway
from strategy_planner.model.texts import option_name, text_of

FACTS = ("name", "follow", "finish", "slack", "cost", "chance", "late")
"""The rows above those of the choices, in their order."""
_MOST_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is about (one of ``FACTS``, or the id of a choice), and its heading."""

    key: str
    heading: str


def rows_of(workspace: Workspace) -> list[Row]:
    """The facts about a pathway, then the choices of the plan in their order."""
    tr, plan, language = workspace.tr, workspace.plan, workspace.language
    headings = {
        "name": tr("Pathway"),
        "follow": tr("Followed"),
        "finish": tr("The vision comes on"),
        "slack": tr("Slack"),
        "cost": tr("Cost"),
        "chance": tr("Chance to be in time"),
        "late": tr("Late items"),
    }
    rows = [Row(key, headings[key]) for key in FACTS]
    for choice in plan.choices.values():
        name = text_of(plan, choice, "name", language) or plan.nodes[choice.node].title
        needed = choice_words(plan, choice.id, language)
        rows.append(Row(choice.id, f"{name}\n{needed}"))
    return rows


def cell(workspace: Workspace, answer: Outlook | None, pathway: Pathway, row: str) -> str:
    """What is said of a pathway in a row."""
    tr = workspace.tr
    if row == "name":
        return text_of(workspace.plan, pathway, "name", workspace.language) or pathway.id
    if row == "follow":
        return tr("● Followed now") if pathway.active else tr("Follow it")
    if row not in FACTS:
        return _taken(workspace, answer, pathway, row)
    known = {one.id: one for one in answer.comparison.pathways} if answer else {}
    if pathway.id not in known or answer is None:
        return "…"
    return _fact(workspace, answer, known[pathway.id], row)


def _fact(workspace: Workspace, answer: Outlook, one: PathwayOutlook, row: str) -> str:
    tr, language = workspace.tr, workspace.language
    match row:
        case "finish":
            if one.finish is None:
                return tr("It does not come")
            return show_day(one.finish - dt.timedelta(days=1), language)
        case "slack":
            return "–" if one.slack_days is None else show_slack(one.slack_days, language)
        case "cost":
            return _money(workspace, one.cost)
        case "chance":
            return _chance(workspace, answer, one)
        case _:
            return late_in_words(workspace, one.late)


def _money(workspace: Workspace, cost: float | None) -> str:
    if cost is None:
        return workspace.tr("To be set")
    unit = text_of(workspace.plan, workspace.plan.settings, "money_unit", workspace.language)
    return " ".join(filter(None, (f"{cost:,.12g}", unit)))


def _chance(workspace: Workspace, answer: Outlook, one: PathwayOutlook) -> str:
    if answer.terms is None:
        return "…" if workspace.schedule.targets else "–"
    if one.chance is None:
        return "–"
    samples = answer.terms.samples
    error = f"{100 * standard_error(one.chance, samples):.1g}"
    return workspace.tr(
        "{chance} (±{error} points)", chance=shown_chance(one.chance, samples), error=error
    )


def late_in_words(workspace: Workspace, late: Iterable[str]) -> str:
    """How many items are late, and the numbers of the first of them."""
    nodes = workspace.plan.nodes
    ids = [id_ for id_ in late if id_ in nodes]
    if not ids:
        return workspace.tr("None")
    numbers = workspace.tr(", ").join(nodes[id_].number or "–" for id_ in ids[:_MOST_NUMBERS])
    more = "…" if len(ids) > _MOST_NUMBERS else ""
    return workspace.tr("{count}: {numbers}", count=len(ids), numbers=numbers + more)


def _taken(workspace: Workspace, answer: Outlook | None, pathway: Pathway, choice: str) -> str:
    taken = pathway.chosen.get(choice, ())
    if not taken:
        return workspace.tr("Left open")
    closed = {} if answer is None else answer.closed
    names = []
    for option in taken:
        name = option_name(workspace.plan, choice, option, workspace.language)
        if (choice, option) in closed:
            name = workspace.tr("{option} (closed)", option=name)
        names.append(name)
    return " + ".join(names)
