"""The charts of the page: the curve of a target, what drives it, what would raise its chance."""

from strategy_planner.analysis.simulation.drivers import Driver, arriving_runs, drivers
from strategy_planner.analysis.simulation.precision import (
    shown_chance,
    shown_correlation,
    shown_gain,
)
from strategy_planner.analysis.simulation.raising import Gain, Raising
from strategy_planner.gui.answers.chance.answer import ChanceAnswer
from strategy_planner.language import say
from strategy_planner.layout.charts.bars import Bar, Bars, even_lines
from strategy_planner.layout.charts.chance_data import ChanceCurve, chance_curve_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, text_of

_MOST = 8
_SCALES = (0.05, 0.1, 0.25, 0.5, 1.0)
"""Where the scale of chances ends."""


def curve_of(answer: ChanceAnswer, target: str, language: str) -> ChanceCurve:
    """The chance of a target by each day, with what it rests on."""
    method = tuple(answer.method(language))
    return chance_curve_of(answer.plan, answer.found, target, method, language)


def drivers_of(answer: ChanceAnswer, language: str) -> Bars | None:
    """The items that drive the vision of the critical chain; None where it has no date."""
    driven = answer.found.driven
    if driven is None:
        return None
    runs = arriving_runs(answer.found, driven)
    title = say("What drives {item}", language, item=label(answer.plan, driven, language))
    bars = tuple(
        Bar(one.item, label(answer.plan, one.item, language), 0.0, one.sensitivity,
            _driver_figures(one, runs))
        for one in drivers(answer.found)[:_MOST]
    )  # fmt: skip
    heading = say("Correlation with the finish / share on the driving chain", language)
    notes = (
        say(
            "{runs} runs in which it comes, seed {seed}. A long bar: when this item takes longer, "
            "so does the whole.",
            language,
            runs=f"{runs:,}",
            seed=answer.found.terms.seed,
        ),
    )
    low = -1.0 if any(bar.end < 0 for bar in bars) else 0.0
    return Bars(title, heading, bars, even_lines(low, 1, 0.5, "{:.1f}"), 0.0, notes)


def _driver_figures(one: Driver, runs: int) -> str:
    correlation = shown_correlation(one.sensitivity, runs) if one.sensitivity else "–"
    return f"{correlation} / {shown_chance(one.criticality, runs)}"


def raising_of(plan: Plan, found: Raising, language: str) -> Bars:
    """What, made certain, would raise the chance of a target beyond what the runs leave open."""
    telling = [one for one in found.gains if one.gain > 2 * one.standard_error]
    runs = found.samples
    title = say("What would raise the chance of {item} most", language,
                item=label(plan, found.target, language))  # fmt: skip
    note = say(
        "{count} runs, the same each time: the item takes its likely duration, succeeds, and no "
        "risk delays it, or the risk does not strike. As planned, the chance is {chance}.",
        language,
        count=f"{runs:,}",
        chance=shown_chance(found.chance, runs),
    )
    bars = tuple(
        Bar(one.item or one.risk or "", _gain_name(plan, one, language), found.chance, one.chance,
            f"{shown_chance(one.chance, runs)} ({shown_gain(one.gain, one.standard_error)})")
        for one in telling[:_MOST]
    )  # fmt: skip
    heading = say("Chance by the target’s day, and points gained", language)
    highest = max((bar.end for bar in bars), default=1.0)
    end = next(one for one in _SCALES if highest <= one)
    return Bars(title, heading, bars, even_lines(0, end, end / 5, "{:.0%}"), found.chance, (note,))


def _gain_name(plan: Plan, one: Gain, language: str) -> str:
    if one.item is not None:
        return label(plan, one.item, language)
    risk = plan.register[one.risk or ""]
    title = text_of(plan, risk, "title", language) or risk.id
    return say("Risk: {title}", language, title=title)
