"""The bar that says which part of the plan is shown, changes it, and leads back to the whole."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.fonts import font
from strategy_planner.gui.map.controls import floating_style
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import EVERY_STEP, WHOLE, Scope
from strategy_planner.layout.text_breaking import elide
from strategy_planner.model.texts import label

MOST_STEPS = 9
"""Beyond so many steps everything is shown that links lead to."""
TITLE_WIDTH = 260.0
_PADDING = (12, 4, 4, 4)


class Stepper(QWidget):
    """How many links far: fewer, the number, more."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = 0
        self.words = QLabel(self)
        self.fewer, self.number, self.more = QToolButton(self), QLabel(self), QToolButton(self)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer.setText("−")
        self.more.setText("+")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.words, self.fewer, self.number, self.more):
            row.addWidget(part)
        self.fewer.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))

    def show_value(self, value: int, everything: str) -> None:
        """Show a number of links, or that all are followed."""
        self.value = value
        self.number.setText(everything if value > MOST_STEPS else str(value))
        self.fewer.setEnabled(value > 0)
        self.more.setEnabled(value <= MOST_STEPS)

    def _step(self, by: int) -> None:
        if by > 0:
            value = self.value + 1 if self.value < MOST_STEPS else EVERY_STEP
        else:
            value = MOST_STEPS if self.value > MOST_STEPS else max(0, self.value - 1)
        self.stepped.emit(value)


class ScopeBar(QFrame):
    """Says what is shown of the plan; hidden while that is everything."""

    scope_asked = Signal(object)
    """The `Scope` that is wanted."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scope = WHOLE
        self._counts = (0, 0)
        self.setObjectName("floating")
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.visions = PickList(workspace, self)
        self.visions.setMaximumWidth(round(TITLE_WIDTH))
        self.up, self.down = Stepper(self), Stepper(self)
        self.whole = QToolButton(self)
        self._held = QWidget(self)
        self._flow = FlowLayout(self._held, 12)
        for part in (self.sentence, self.visions, self.up, self.down, self.whole):
            self._flow.addWidget(part)
        self.up.stepped.connect(lambda steps: self._ask(replace(self._scope, up=steps)))
        self.down.stepped.connect(lambda steps: self._ask(replace(self._scope, down=steps)))
        self.visions.activated.connect(self._pick)
        self.whole.clicked.connect(lambda: self._ask(WHOLE))
        self.set_text_scale(1.0)
        self.recolour()
        self.hide()

    def fit_into(self, width: int) -> int:
        """Take no more than ``width`` pixels, in several lines if need be; the height it takes."""
        left, top, right, bottom = _PADDING
        inner = min(self._flow.sizeHint().width(), width - left - right)
        height = self._flow.heightForWidth(inner)
        self._held.setGeometry(left, top, inner, height)
        self.resize(inner + left + right, height + top + bottom)
        return self.height()

    def show_scope(self, scope: Scope, shown: int, total: int) -> None:
        """Say what part is shown, and how many of how many items that is."""
        self._scope, self._counts = scope, (shown, total)
        self.name()

    def name(self) -> None:
        """Say everything in the language of the window."""
        tr, scope = self._workspace.tr, self._scope
        shown, total = self._counts
        count = tr("{shown} of {total} items", shown=shown, total=total)
        if scope.focus is not None and scope.focus in self._workspace.plan.nodes:
            words = tr("Around {item}", item=self._shortened(scope.focus))
        else:
            words = tr("Storyline")
        self.sentence.setText(f"{words}  {count}")
        self._fill_visions()
        for stepper, steps, what in (
            (self.up, scope.up, tr("Needs")),
            (self.down, scope.down, tr("Needed by")),
        ):
            stepper.setVisible(scope.focus is not None)
            stepper.words.setText(what)
            stepper.show_value(steps, tr("all"))
            stepper.fewer.setAccessibleName(tr("{what}: fewer links far", what=what))
            stepper.more.setAccessibleName(tr("{what}: more links far", what=what))
            stepper.fewer.setToolTip(stepper.fewer.accessibleName())
            stepper.more.setToolTip(stepper.more.accessibleName())
        self.whole.setText(tr("Show everything"))
        self.whole.setAccessibleName(tr("Show everything"))
        self.whole.setToolTip(f"{tr('Show everything')}  Esc")
        self.setAccessibleName(self.sentence.text())
        self.setVisible(not scope.is_whole)

    def recolour(self) -> None:
        """Take the colours of the scheme."""
        self.setStyleSheet(floating_style(self._workspace.theme))

    def set_text_scale(self, scale: float) -> None:
        """Write larger."""
        for label_ in (self.sentence, self.up.words, self.up.number):
            label_.setFont(font(11 * scale, 500))
        self.down.words.setFont(font(11 * scale, 500))
        self.down.number.setFont(font(11 * scale, 500))
        buttons = (self.up.fewer, self.up.more, self.down.fewer, self.down.more, self.whole)
        for button in buttons:
            button.setFont(font(11 * scale, 500))
            button.setFixedHeight(max(28, round(26 * scale)))
        self.visions.setFont(font(11 * scale, 500))

    def _shortened(self, item: str) -> str:
        metrics = self.sentence.fontMetrics()
        words = label(self._workspace.plan, item, self._workspace.language)
        span = metrics.horizontalAdvance
        return words if span(words) <= TITLE_WIDTH else elide(words, span, TITLE_WIDTH)

    def _fill_visions(self) -> None:
        """More than one vision: the storyline may lead to any of them."""
        plan, language = self._workspace.plan, self._workspace.language
        visions = [node.id for node in plan.nodes.values() if node.kind == "vision"]
        self.visions.blockSignals(True)
        self.visions.clear()
        for id_ in visions:
            self.visions.addItem(label(plan, id_, language), id_)
        if self._scope.story in visions:
            self.visions.setCurrentIndex(visions.index(self._scope.story or ""))
        self.visions.blockSignals(False)
        self.visions.setVisible(self._scope.story is not None and len(visions) > 1)
        self.visions.setAccessibleName(self._workspace.tr("Vision of the storyline"))

    def _pick(self, index: int) -> None:
        self._ask(Scope(story=self.visions.itemData(index)))

    def _ask(self, scope: Scope) -> None:
        self.scope_asked.emit(scope)
