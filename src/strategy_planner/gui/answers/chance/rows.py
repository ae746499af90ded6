"""The table of the targets, a row for each."""

import datetime as dt

from strategy_planner.analysis.last_days import last_day
from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.analysis.simulation.simulation import TargetChances
from strategy_planner.gui.answers.chance.answer import ChanceAnswer
from strategy_planner.gui.answers.figures_table import Cell, FiguresRow
from strategy_planner.language import Message, message, say
from strategy_planner.language.message import day_in_words
from strategy_planner.model.texts import label

HEADS: tuple[Message | str, ...] = (
    message("Target"), message("Chance by then"), "P50", "P80", message("Promised by"), "P10",
    "P90", message("Comes at all"),
)  # fmt: skip
_UNSURE = 0.5


def target_rows(answer: ChanceAnswer, language: str) -> list[FiguresRow]:
    """Every target in the order of the plan's targets, its chance in as many digits as hold."""
    return [
        FiguresRow(id_, _cells(answer, id_, one, language))
        for id_, one in answer.found.targets.items()
    ]


def _cells(answer: ChanceAnswer, id_: str, one: TargetChances, language: str) -> tuple[Cell, ...]:
    name = Cell(label(answer.plan, id_, language))
    promised = Cell(day_in_words(one.target, language), is_figure=True)
    if answer.found.uncertainty.is_none:
        # Runs that are all the same say nothing of how sure it is.
        silent = Cell("–", "ink3", is_figure=True)
        unknown = Cell(say("not estimated", language), "ink3", is_figure=True)
        return (name, unknown, silent, silent, promised, silent, silent, silent)
    samples = answer.found.terms.samples
    colour = "late" if one.chance_by_target < _UNSURE else "ink"
    p10, p50, p80, p90 = (
        _day(answer, id_, instant, language) for instant in (one.p10, one.p50, one.p80, one.p90)
    )
    chance = Cell(shown_chance(one.chance_by_target, samples), colour, is_figure=True)
    ever = Cell(shown_chance(one.chance_ever, samples), is_figure=True)
    return (name, chance, p50, p80, promised, p10, p90, ever)


def _day(answer: ChanceAnswer, id_: str, instant: dt.date | None, language: str) -> Cell:
    """An instant as the last day of work (SEMANTICS 1.1)."""
    takes_time = answer.plan.nodes[id_].duration is not None
    day = last_day(answer.plan, id_, None if takes_time else instant, instant)
    if day is None:
        return Cell(say("never", language), "ink3", is_figure=True)
    return Cell(day_in_words(day, language), is_figure=True)
