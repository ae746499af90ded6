"""A chance curve in one sentence, and as a table."""

import datetime as dt

from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.language import Message, message, say
from strategy_planner.language.message import day_in_words
from strategy_planner.layout.charts.chance_data import ChanceCurve
from strategy_planner.layout.charts.chart import Row


def chance_sentence(data: ChanceCurve) -> Message:
    """The chance by the target's day with its standard error."""
    return message(
        "{item}: comes by {day} with a chance of {chance} (standard error {error} points)",
        item=data.name,
        day=data.target,
        chance=shown_chance(data.chance, data.samples),
        error=f"{100 * data.error:.2g}",
    )


def chance_values(data: ChanceCurve, language: str) -> tuple[Row, ...]:
    """The chance by the target's day, the percentiles, the fiscal years, and the method."""

    def tr(text: str, **values: object) -> str:
        return say(text, language, **values)

    def row(words: str, day: dt.date | None, chance: str) -> Row:
        return (words, tr("never") if day is None else day_in_words(day, language), chance)

    runs = data.samples
    known = shown_chance(data.chance, runs)
    rows = [row(tr("Chance by the target’s day"), data.target, known)]
    rows += [row(f"P{one.percent}", one.day, f"{one.percent}%") for one in data.percentiles]
    rows += [
        row(tr("FY{year}", year=one.year), one.on, shown_chance(one.chance, runs))
        for one in data.by_year
    ]
    rows.append((tr("Comes at all"), "", shown_chance(data.ever, runs)))
    head = (tr("What"), tr("Day"), tr("Chance"))
    return (head, *rows, *((line, "", "") for line in data.method))
