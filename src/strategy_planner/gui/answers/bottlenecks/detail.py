"""One bottleneck: why it stands where it does, and what its delay does to each target."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck, DelayEffect
from strategy_planner.analysis.bottlenecks.reasons import effect_in_words, reasons
from strategy_planner.gui.answers.bottlenecks.answer import Ranking
from strategy_planner.gui.answers.bottlenecks.chart import bars_of
from strategy_planner.gui.answers.sentences import Mark, Sentence, SentenceList
from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.layout.charts.bars import bars_chart
from strategy_planner.layout.marks import check_mark, severity_mark
from strategy_planner.model.texts import label

_ROW, _MOST_ROWS = 52, 3


class BottleneckDetail(QScrollArea):
    """Choosing a target selects it; the first of the rank as bars stand below."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._scale = 1.0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = words("", "heading", self)
        self.reasons = words("", "entry", self)
        self.effects_heading = words("", "heading", self)
        self.effects = SentenceList(workspace, self)
        self.chart_heading = words("", "heading", self)
        self.chart = ChartView(workspace, self)
        self.method = words("", "caption", self)
        self._arrange()
        self.effects.chosen.connect(self._go_to)

    def _arrange(self) -> None:
        self.effects.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (
            self.heading, self.reasons, self.effects_heading, self.effects, self.chart_heading,
            self.chart, self.method,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.effects.set_text_scale(scale)
        self._scale = scale
        self._fit()

    def show_rank(self, answer: Ranking) -> None:
        """The first of the rank as bars."""
        tr, data = self.workspace.tr, bars_of(self.workspace, answer)
        self.chart_heading.setText(tr("What a delay of {count} months would do",
                                      count=answer.months))  # fmt: skip
        self.chart_heading.setVisible(data is not None)
        draw = None if data is None else partial(bars_chart, data)
        self.chart.show_chart(self.chart_heading.text(), draw)
        method = answer.method(self.workspace.language)
        self.method.setText("\n".join(method))
        self.method.setVisible(bool(method))

    def show_bottleneck(self, answer: Ranking, one: Bottleneck) -> None:
        """Why, and the effect on each target."""
        plan, language = answer.plan, self.workspace.language
        self.heading.setText(label(plan, one.item, language))
        first, *others = [said.into(language) for said in reasons(plan, answer.today, one)]
        serves = message_plural(
            "{count} vision or KPI waits for it.", "{count} visions and KPIs wait for it.",
            one.serves,
        )  # fmt: skip
        told = [*([] if one.effects else [first]), *others, serves.into(language)]
        self.reasons.setText("\n".join(told))
        self.effects_heading.setText(self.workspace.tr("What it does to each target"))
        self.effects.setAccessibleName(self.effects_heading.text())
        self.effects.tell(
            [
                Sentence(
                    effect_in_words(plan, effect, one.delay).into(language),
                    effect.target,
                    effect_mark(effect),
                )
                for effect in one.effects
            ]
        )
        for part in (self.effects_heading, self.effects):
            part.setVisible(bool(one.effects))
        self._fit()

    def _fit(self) -> None:
        """Room for a few targets; of more the rest is scrolled to."""
        rows = range(min(self.effects.count(), _MOST_ROWS))
        height = sum(self.effects.sizeHintForRow(row) + 1 for row in rows)
        least = round(max(1, len(rows)) * _ROW * self._scale)
        self.effects.setFixedHeight(max(height, least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the sentences have other heights."""
        super().resizeEvent(event)
        self._fit()

    def _go_to(self) -> None:
        self.workspace.select([str(self.effects.current_key())])


def effect_mark(effect: DelayEffect | None) -> Mark:
    """An octagon where a target misses its date, a triangle where it moves, else a tick."""
    if effect is None:
        return partial(check_mark, colour="ok")
    in_time = effect.past_days == 0
    return partial(severity_mark, "warning" if in_time else "error")
