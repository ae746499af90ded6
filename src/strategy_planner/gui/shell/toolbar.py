"""The tool bar: which view, undo and redo, the one great question, the pathway, the pack."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from strategy_planner.gui.finding.tools import FilterChip, SearchField
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.shell.actions import Actions
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.shell.room import Room, Saving
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.texts import text_of

_ICON, _MARGIN = 18, 6
_NARROW = 150


class Toolbar(QToolBar):
    """48 high; nothing in it moves or floats."""

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.actions_by_id = actions.by_id
        self._views: list[QToolButton] = []
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.need = QToolButton(self)
        self.need.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.need.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.need.setProperty("primary", True)
        asked = actions.by_id["need"]
        self.need.clicked.connect(asked.trigger)
        asked.changed.connect(self._follow_need)
        self.export = self._button(actions.by_id["export_briefing"])
        self.export.setProperty("framed", True)
        self.pathways = PickList(workspace, self)
        self.pathways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pathway_label = QLabel(self)
        self.pathway_label.setProperty("role", "caption")
        self.pathway_label.setBuddy(self.pathways)
        self.filter = self._button(actions.by_id["filter"])
        self.answers = self._button(actions.by_id["answers"])
        self.chip = FilterChip(workspace, actions, self)
        self.search = SearchField(workspace, actions, self)
        self._arrange()
        self._room = Room(self, self._savings())
        self.set_text_scale(1.0)
        workspace.filter_changed.connect(self._show_chip)
        self._show_chip()
        self.pathways.activated.connect(self._follow)
        workspace.changed.connect(self.refresh)
        workspace.replaced.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """Icons grow with the words beside them."""
        self.setIconSize(QSize(_ICON, _ICON) * scale)
        layout = self.layout()
        if layout is not None:
            # Qt mixes up margins that are not all the same.
            layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for button in self.findChildren(QToolButton):
            button.setIconSize(self.iconSize())
        for field in self.findChildren(SearchField):
            field.set_text_scale(scale)
        self._room.make_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, more or fewer words."""
        super().resizeEvent(event)
        self._room.make_soon()

    def _savings(self) -> list[Saving]:
        """What is shortened where there is too little room, in this order."""
        return [
            _icons_alone(self.search),
            _icons_alone(self.filter),
            self._narrow_pathways,
            _icons_alone(self.export),
            _icons_alone(self.answers),
            _icons_alone(self.interview),
            *map(_icons_alone, self._views),
            _icons_alone(self.need),
        ]

    def _narrow_pathways(self, is_narrow: bool) -> None:
        self._labelled.setVisible(not is_narrow)
        most = round(_NARROW * self.iconSize().width() / _ICON) if is_narrow else 16_777_215
        self.pathways.setMaximumWidth(most)

    def _show_chip(self) -> None:
        """A tool bar shows and hides what it holds by its own actions."""
        self.filtered.setVisible(self.workspace.passing is not None)
        self._room.make_soon()

    def _follow_need(self) -> None:
        asked = self.actions_by_id["need"]
        self.need.setEnabled(asked.isEnabled())
        self.need.setToolTip(asked.toolTip())

    def _arrange(self) -> None:
        self.addWidget(self._edge())
        self.addWidget(self._switch())
        self.addWidget(self._icon_only(self.actions_by_id["undo"]))
        self.addWidget(self._icon_only(self.actions_by_id["redo"]))
        self.addSeparator()
        self.addWidget(self.need)
        self.interview = self._button(self.actions_by_id["interview"])
        self.addWidget(self.interview)
        self.addWidget(self.answers)
        self.addWidget(self.filter)
        self.filtered = self.addWidget(self.chip)
        spring = QWidget(self)
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._labelled = self.addWidget(self.pathway_label)
        self.addWidget(self.pathways)
        self.addWidget(self.search)
        self.addWidget(self.export)
        self.addWidget(self._edge())

    def refresh(self) -> None:
        """Words, icons and pathways, as things now are."""
        tr, theme = self.workspace.tr, self.workspace.theme
        self.need.setText(tr("What does this need?  Tab"))
        self.need.setAccessibleName(tr("What does this need?"))
        self.need.setIcon(icon("arrow-left-from-line", theme, "onAccent"))
        self.actions_by_id["export_briefing"].setIconText(tr("Write the briefing pack"))
        self.actions_by_id["answers"].setIconText(tr("Analysis"))
        plan = self.workspace.plan
        self.pathways.blockSignals(True)
        self.pathways.clear()
        self.pathways.addItem(tr("choices left open"), None)
        for pathway in plan.pathways.values():
            name = text_of(plan, pathway, "name", self.workspace.language) or pathway.id
            self.pathways.addItem(name, pathway.id)
            if pathway.active:
                self.pathways.setCurrentIndex(self.pathways.count() - 1)
        self.pathways.blockSignals(False)
        self.pathways.setAccessibleName(tr("Pathway"))
        self.pathway_label.setText(tr("Pathway"))
        self._room.make_soon()
        for widget in (self.pathways, self.pathway_label):
            widget.setEnabled(bool(plan.pathways))

    def _follow(self, index: int) -> None:
        chosen = self.pathways.itemData(index)
        self.workspace.do(edits.activate_pathway(self.workspace.plan, chosen))

    def _edge(self) -> QWidget:
        edge = QWidget(self)
        edge.setFixedWidth(1)
        return edge

    def _switch(self) -> QWidget:
        """Map, roadmap and table as one control of three."""
        frame = QFrame(self)
        frame.setObjectName("switch")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for id_ in ("map", "roadmap", "table"):
            button = self._button(self.actions_by_id[id_])
            self._views.append(button)
            row.addWidget(button)
        return frame

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _icon_only(self, action: QAction) -> QToolButton:
        button = self._button(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button


def _icons_alone(button: QToolButton) -> Saving:
    """Takes the words off a button, whose name and tooltip still say them."""
    styles = Qt.ToolButtonStyle

    def save(is_short: bool) -> None:
        button.setToolButtonStyle(
            styles.ToolButtonIconOnly if is_short else styles.ToolButtonTextBesideIcon
        )
        holder = button.parentWidget()
        layout = holder.layout() if holder is not None else None
        if holder is not None and layout is not None:
            # A frame in the bar hears of it only later, but the bar measures itself now.
            layout.invalidate()
            holder.updateGeometry()

    return save
