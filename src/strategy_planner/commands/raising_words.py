"""What would raise the chance of a target most, as text for the terminal."""

from strategy_planner.analysis.simulation.precision import shown_chance, shown_gain
from strategy_planner.analysis.simulation.raising import Gain, Raising
from strategy_planner.commands.text_table import text_table
from strategy_planner.language import message_plural, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, text_of

_MOST_SHOWN = 12


def raising_in_words(plan: Plan, found: Raising | None, language: str) -> str:
    """The items whose certainty would raise the chance beyond what the runs leave to chance."""
    if found is None:
        return say("No vision with a date is open; there is no chance to raise.", language)
    title = say(
        "What would raise the chance of {item} most", language,
        item=label(plan, found.target, language),
    )  # fmt: skip
    note = say(
        "{count} runs, the same each time: the item takes its likely duration, succeeds, and no "
        "risk delays it, or the risk does not strike. As planned, the chance is {chance}.",
        language,
        count=f"{found.samples:,}",
        chance=shown_chance(found.chance, found.samples),
    )
    telling = [one for one in found.gains if one.gain > 2 * one.standard_error]
    if not telling:
        none = say("Nothing alone, made certain, raises the chance noticeably.", language)
        return f"{title}\n{note}\n{none}"
    head = (
        say("What is made certain", language), say("Chance then", language), say("Percentage points", language),
    )  # fmt: skip
    rows = [
        (
            _named(plan, one, language),
            shown_chance(one.chance, found.samples),
            shown_gain(one.gain, one.standard_error),
        )
        for one in telling[:_MOST_SHOWN]
    ]
    lines = [title, note, text_table(head, rows)]
    left = len(telling) - len(rows)
    if left:
        lines.append(
            message_plural("and {count} more item", "and {count} more items", left).into(language)
        )
    return "\n".join(lines)


def _named(plan: Plan, one: Gain, language: str) -> str:
    if one.item is not None:
        return label(plan, one.item, language)
    risk = plan.register[one.risk or ""]
    title = text_of(plan, risk, "title", language) or risk.id
    return say("Risk: {title}", language, title=title)
