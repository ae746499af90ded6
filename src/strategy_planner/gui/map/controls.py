"""What floats over the map: zoom, hidden links, and the words on an empty one."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.fonts import font
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language.catalogue import say_plural
from strategy_planner.layout.map import Scope
from strategy_planner.layout.theme import Theme

EMPTY_WIDTH = 380


def floating_style(theme: Theme) -> str:
    """The look of what floats over the map."""
    c = theme.colour
    return (
        f"QFrame#floating {{ background: {c('surface')}; border: 1px solid {c('line2')};"
        " border-radius: 6px; }"
        f"QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 0 8px;"
        f" color: {c('ink2')}; background: transparent; }}"
        f"QToolButton:hover {{ background: {c('accentWeak')}; }}"
        f"QToolButton:focus {{ border: 2px dashed {c('accent')}; padding: 0 7px; }}"
        f"QToolButton:checked {{ background: {c('accentWeak')}; color: {c('accent')}; }}"
        f"QToolButton:disabled {{ background: transparent; color: {c('disabled')}; }}"
        f"QLabel {{ color: {c('ink2')}; }}"
        f"QPushButton {{ background: {c('accent')}; color: {c('onAccent')}; border: none;"
        " border-radius: 6px; padding: 0 16px; min-height: 34px; }"
        f"QPushButton:hover {{ background: {c('accentHover')}; }}"
        f"QPushButton:focus {{ border: 2px dashed {c('onAccent')}; }}"
    )


class ViewControls(QFrame):
    """Smaller, the scale, larger, the whole; and the links that are not shown at first."""

    asked = Signal(str)
    all_links = Signal(bool)
    overview = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ground = parent
        self._hidden = 0
        self._has_room = True
        self.setObjectName("floating")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self.smaller = self._button("smaller")
        self.scale = self._button("full")
        self.larger = self._button("larger")
        self.whole = self._button("fit")
        self.stamp = QToolButton(self)
        self.stamp.setCheckable(True)
        self.stamp.setChecked(True)
        self.stamp.toggled.connect(self.overview)
        self.story = self._button("story")
        self.focus = self._button("focus")
        self.links = QToolButton(self)
        self.links.setCheckable(True)
        self.links.toggled.connect(self.all_links)
        for button in self._buttons:
            row.addWidget(button)
        self.set_text_scale(1.0)
        self.name()
        self.recolour()

    def _button(self, action: str) -> QToolButton:
        button = QToolButton(self)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    @property
    def _buttons(self) -> tuple[QToolButton, ...]:
        zoom = (self.smaller, self.scale, self.larger, self.whole)
        return (*zoom, self.stamp, self.story, self.focus, self.links)

    def show_scope(self, scope: Scope, *, on_item: bool) -> None:
        """Show which part is on the map, and what could be."""
        for button, on in ((self.story, scope.story), (self.focus, scope.focus)):
            button.setCheckable(True)
            button.setChecked(on is not None)
        self.focus.setEnabled(on_item or scope.focus is not None)

    def name(self) -> None:
        """Say everything in the language of the window."""
        tr = self._workspace.tr
        self.stamp.setText(tr("Overview"))
        self.story.setText(tr("Storyline"))
        self.focus.setText(tr("Focus"))
        self.smaller.setText("−")
        self.larger.setText("+")
        self.whole.setText(tr("Whole map"))
        for button, name in (
            (self.smaller, tr("Zoom out")),
            (self.scale, tr("Zoom to 100 %")),
            (self.larger, tr("Zoom in")),
            (self.whole, tr("Show the whole map")),
            (
                self.stamp,
                tr("Show where on the whole map you are")
                if self._has_room
                else tr("The map is too small to show an overview beside it"),
            ),
            (self.story, tr("Show only what the vision requires  S")),
            (self.focus, tr("Show only what is around the selected item  F")),
            (self.links, tr("Also show links that only inform or are said already")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.show_hidden(self._hidden, self.links.isChecked())

    def offer_overview(self, has_room: bool) -> None:
        """The overview can be asked for where it has room; else say why it cannot."""
        if self.stamp.isEnabled() != has_room:
            self._has_room = has_room
            self.stamp.setEnabled(has_room)
            self.name()

    def fit_into(self, width: int) -> None:
        """Leave out what menus and keys offer too where the bar would be wider than the map."""
        for button in (self.scale, self.story, self.focus, self.stamp):
            button.show()
        for button in (self.stamp, self.focus, self.story, self.scale):
            if self.sizeHint().width() > width:
                button.hide()
        self.adjustSize()

    def set_text_scale(self, scale: float) -> None:
        """Write larger."""
        for button in self._buttons:
            button.setFont(font(11 * scale, 500))
            button.setFixedHeight(max(28, round(26 * scale)))
        self.adjustSize()

    def recolour(self) -> None:
        """Take the colours of the scheme."""
        self.setStyleSheet(floating_style(self._workspace.theme))

    def show_zoom(self, scale: float) -> None:
        """Tell the scale."""
        self.scale.setText(f"{round(scale * 100)} %")
        self.adjustSize()

    def show_hidden(self, count: int, all_shown: bool) -> None:
        """Tell how many links are not shown."""
        self._hidden = count
        self.links.setVisible(count > 0 or all_shown)
        if all_shown:
            self.links.setText(self._workspace.tr("All links"))
        else:
            self.links.setText(
                say_plural(
                    "{count} more link",
                    "{count} more links",
                    count,
                    self._workspace.language,
                )
            )
        self.adjustSize()
        self.move(self.x(), self._ground.height() - self.height() - 12)


class EmptyState(QFrame):
    """A sentence and one action where there is nothing to see yet."""

    asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_text_scale(1.0)
        self.name()
        self.recolour()
        self.hide()

    def name(self) -> None:
        """Say it in the language of the window."""
        tr = self._workspace.tr
        has_vision = any(node.kind == "vision" for node in self._workspace.plan.nodes.values())
        if has_vision:
            self.sentence.setText(
                tr(
                    "Your vision stands at the right. Press Tab and write what must be true just"
                    " before it."
                )
            )
            self.button.setText(tr("What does it need?"))
        else:
            self.sentence.setText(
                tr("Everything begins at its end: write the vision, and work back from it.")
            )
            self.button.setText(tr("Write the vision"))

    def recolour(self) -> None:
        """Take the colours of the scheme."""
        self.setStyleSheet(floating_style(self._workspace.theme))

    def set_text_scale(self, scale: float) -> None:
        """Write larger."""
        self.sentence.setFont(font(13 * scale))
        self.button.setFont(font(12 * scale, 700))

    def settle(self, room: QRect) -> None:
        """Stand in the middle of what is left of the wall."""
        self.name()
        width = min(EMPTY_WIDTH, max(160, room.width() - 240))
        self.resize(width, self.heightForWidth(width) if self.hasHeightForWidth() else 130)
        x = max(16, (room.width() - 180 - width) // 2)
        self.move(x, max(16, (room.height() - self.height()) // 2))
