"""The first of the bottlenecks as bars: by how much the target that is hit worst comes later."""

from math import ceil

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck
from strategy_planner.gui.answers.bottlenecks.answer import Ranking
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.charts.bars import Bar, Bars, even_lines
from strategy_planner.model.texts import label

_MOST = 8
_STEPS = (3, 6, 12, 24, 60, 120, 240, 600)
_LINES = 5


def bars_of(workspace: Workspace, answer: Ranking) -> Bars | None:
    """None where a delay moves nothing, or nothing could come any more."""
    tr = workspace.tr
    shown = [
        (one, one.effect.shift_months)
        for one in answer.items
        if one.effect is not None and one.effect.shift_months
    ][:_MOST]
    if not shown:
        return None
    longest = max(shift for _, shift in shown)
    step = next((step for step in _STEPS if longest <= step * _LINES), _STEPS[-1])
    heading = tr("Months by which the target that is hit worst comes later")
    return Bars(
        sentence=tr("What a delay of {count} months would do", count=answer.months),
        heading=heading,
        bars=tuple(_bar(workspace, answer, one, shift) for one, shift in shown),
        lines=even_lines(0, step * ceil(longest / step), step, "{:.0f}"),
        origin=0,
    )


def _bar(workspace: Workspace, answer: Ranking, one: Bottleneck, shift: float) -> Bar:
    name = label(answer.plan, one.item, workspace.language)
    return Bar(one.item, name, 0, shift, f"+{shift:g}")
