"""The table of the KPIs, a row for each."""

from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.reasons import GRADES, gap_in_words
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import needed
from strategy_planner.gui.answers.figures_table import Cell, FiguresRow
from strategy_planner.gui.answers.kpis.answer import KpiAnswer
from strategy_planner.language import Message, message, say
from strategy_planner.language.message import day_in_words
from strategy_planner.model.records import Kpi
from strategy_planner.model.texts import label, text_of

HEADS: tuple[Message, ...] = (
    message("KPI"), message("Grade"), message("Gap"), message("Reaches its target"),
    message("Last measured"), message("Needed now"), message("Target"),
    message("Progress / time"), message("Item"),
)  # fmt: skip
_SHORT = {**GRADES, "F": message("F: execution")}
_ORDER = ("B", "A", "F", "N")


def kpi_rows(answer: KpiAnswer, language: str) -> list[FiguresRow]:
    """Every KPI, those that are behind first; what is not known yet says that it is to be set."""
    plan = answer.plan
    ranked = sorted(
        answer.standings.items(),
        key=lambda found: (_ORDER.index(found[1].grade), plan.kpis[found[0]].target is None),
    )
    return [
        FiguresRow(id_, _cells(answer, plan.kpis[id_], standing, language))
        for id_, standing in ranked
    ]


def _cells(answer: KpiAnswer, kpi: Kpi, standing: KpiStanding, language: str) -> tuple[Cell, ...]:
    plan, last = answer.plan, standing.last
    now = needed(kpi, answer.today.status_date)
    measured = None
    if last is not None and last.value is not None and last.date is not None:
        measured = f"{given_value(last.value)} ({day_in_words(last.date, language)})"
    grade = _SHORT[standing.grade].into(language)
    return (
        Cell(_name(answer, kpi, language)),
        Cell(grade, "late" if standing.grade == "B" else "ink"),
        _gap(standing, language),
        _reaches(kpi, standing, language),
        _figure(measured, language),
        _figure(None if now is None else derived_value(now), language),
        _figure(None if kpi.target is None else given_value(kpi.target[1]), language),
        _progress(standing),
        Cell(label(plan, kpi.node, language) if kpi.node is not None else "", "ink2"),
    )


def _name(answer: KpiAnswer, kpi: Kpi, language: str) -> str:
    name = text_of(answer.plan, kpi, "name", language) or kpi.id
    unit = text_of(answer.plan, kpi, "unit", language)
    return say("{kpi} ({unit})", language, kpi=name, unit=unit) if unit else name


def _figure(text: str | None, language: str) -> Cell:
    if text is None:
        return Cell(say("to be set", language), "ink3", is_figure=True)
    return Cell(text, is_figure=True)


def _gap(standing: KpiStanding, language: str) -> Cell:
    if standing.gap is None:
        return Cell("–", "ink3", is_figure=True)
    colour = "late" if standing.gap < 0 else "ok"
    return Cell(gap_in_words(standing.gap).into(language), colour, is_figure=True)


def _progress(standing: KpiStanding) -> Cell:
    if standing.progress is None or standing.elapsed is None:
        return Cell("–", "ink3", is_figure=True)
    return Cell(f"{standing.progress:.0%} / {standing.elapsed:.0%}", is_figure=True)


def _reaches(kpi: Kpi, standing: KpiStanding, language: str) -> Cell:
    if kpi.target is None or standing.forecast is None:
        return Cell("–", "ink3")
    day = standing.reaches_target_on
    if day is None:
        return Cell(say("not on its present course", language), "late")
    due = kpi.target[0]
    is_late = due is not None and day > due
    return Cell(day_in_words(day, language), "late" if is_late else "ink")
