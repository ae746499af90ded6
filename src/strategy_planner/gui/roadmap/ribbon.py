"""The strip above the roadmap: the width of the years at the left, the legend at the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from strategy_planner.gui.fonts import font, measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.legend import SCREEN_SIGNS, legend
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.theme import Theme

_BUTTON_HEIGHT = 28


def ribbon_style(theme: Theme) -> str:
    """The look of the strip and of the advice under it."""
    c = theme.colour
    return (
        f"QFrame#ribbon {{ background: {c('surface')}; border-bottom: 1px solid {c('line2')}; }}"
        f"QToolButton {{ border: 1px solid {c('control')}; border-radius: 6px; padding: 0 9px;"
        f" color: {c('ink2')}; background: {c('surface')}; }}"
        f"QToolButton:hover {{ background: {c('accentWeak')}; border-color: {c('accent')}; }}"
        f"QToolButton:focus {{ border: 2px dashed {c('accent')}; padding: 0 8px; }}"
        f"QToolButton:disabled {{ color: {c('disabled')}; border-color: {c('line2')}; }}"
        f"QFrame#advice {{ background: {c('accentWeak')};"
        f" border-bottom: 1px solid {c('accentLine')}; }}"
        f"QFrame#advice QLabel {{ color: {c('ink')}; background: transparent; }}"
    )


class RoadmapRibbon(QFrame):
    """Narrower, wider and all years; the legend takes the rest."""

    narrower = Signal()
    wider = Signal()
    whole = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("ribbon")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        self._buttons = tuple(QToolButton(self) for _ in range(3))
        asked = (self.narrower, self.wider, self.whole)
        for button, signal in zip(self._buttons, asked, strict=True):
            button.setFont(font(12, 500))
            button.setMinimumHeight(_BUTTON_HEIGHT)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._legend = _Legend(workspace, self)
        row.addWidget(self._legend, 1)
        workspace.language_changed.connect(self.name)
        self.name()

    def name(self) -> None:
        """Say the buttons in the language of the window."""
        tr = self._workspace.tr
        names = (tr("Narrower years"), tr("Wider years"), tr("All years"))
        for button, sign, name in zip(self._buttons, ("−", "+", names[2]), names, strict=True):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)

    def set_text_scale(self, scale: float) -> None:
        """Buttons and signs larger or smaller."""
        for button in self._buttons:
            button.setFont(font(12 * scale, 500))
        self._legend.scale = scale
        self._legend.updateGeometry()
        self._legend.update()

    def can_narrow(self, possible: bool) -> None:
        """Whether the years are wider than all of them need to be."""
        self._buttons[0].setEnabled(possible)
        self._buttons[2].setEnabled(possible)


class _Legend(QWidget):
    """The signs of the bars, flush right."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        workspace.language_changed.connect(self._name)
        workspace.theme_changed.connect(self.update)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self._workspace.tr("Legend"))
        self.update()

    def sizeHint(self) -> QSize:
        """One line of the strip."""
        return QSize(400, round(_BUTTON_HEIGHT * self.scale))

    def minimumSizeHint(self) -> QSize:
        """What does not fit is left out; the briefing pack has the whole legend."""
        return QSize(0, round(_BUTTON_HEIGHT * self.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many signs as have room."""
        work = self._workspace
        options = RoadmapOptions(self.width()).scaled(self.scale)
        for count in range(len(SCREEN_SIGNS), 0, -1):
            shapes, width, height = legend(
                SCREEN_SIGNS[:count], float("inf"), work.language, measure, options
            )
            if width <= self.width():
                painter = QPainter(self)
                painter.translate(self.width() - width, (self.height() - height) / 2)
                shape_painter(work.theme.scheme).paint(painter, shapes)
                painter.end()
                return
