"""Which part of the plan is on the map: the storyline, what is around an item, or everything."""

from dataclasses import replace

from PySide6.QtCore import QObject

from strategy_planner.gui.map.canvas import MapCanvas
from strategy_planner.gui.map.controls import ViewControls
from strategy_planner.gui.map.scope_bar import ScopeBar
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import WHOLE, Scope

BAR_MARGIN = 12


class Scoping(QObject):
    """Turns the wish for a part of the plan into what the keeper lays out, and says what is seen."""

    def __init__(self, workspace: Workspace, canvas: MapCanvas, controls: ViewControls) -> None:
        super().__init__(canvas)
        self._workspace = workspace
        self._canvas = canvas
        self._keeper = canvas.keeper
        self._controls = controls
        self.bar = ScopeBar(workspace, canvas)
        self.bar.scope_asked.connect(self.show_scope)
        self.refit = False
        """Whether the next layout is to be seen as a whole."""
        self._left_at: tuple[float, int, int] | None = None
        """The place on the whole map when a part of it was asked for."""

    def show_story(self) -> None:
        """Show only the causal spine to the vision (of several, the selected one), or all again."""
        nodes, here = self._workspace.plan.nodes, self._canvas.current
        visions = [node.id for node in nodes.values() if node.kind == "vision"]
        goal = here if here in visions else next(iter(visions), None)
        story = None if self._keeper.scope.story is not None else goal
        self.show_scope(Scope(story=story))

    def show_focus(self) -> None:
        """Show only what is around the selected item, or everything again."""
        here = self._canvas.current
        if here is not None and here != self._keeper.scope.focus:
            self.show_scope(replace(self._keeper.scope, story=None, focus=here))
        else:
            self.show_scope(WHOLE)

    def show_scope(self, scope: Scope) -> None:
        """Show a part of the plan, as large as it can be; the whole is seen as it was left."""
        before = self._keeper.scope
        if before.is_whole and not scope.is_whole:
            self._left_at = self._canvas.place
        self.refit = not scope.is_whole
        self._keeper.show_scope(scope)
        if scope.is_whole and not before.is_whole and self._left_at is not None:
            self._canvas.go_back_to(self._left_at)
        self.show_where()

    def fit_into(self, width: int) -> None:
        """Keep the bar within a width of the map, and what it floats over out of the fitted view."""
        height = self.bar.fit_into(width)
        self._canvas.covered_above = 0 if self._keeper.scope.is_whole else height + 8

    def let_go(self) -> None:
        """Escape leads back to the whole map first, then nothing is selected any more."""
        if self._keeper.scope.is_whole:
            self._workspace.select(())
        else:
            self.show_scope(WHOLE)

    def show_where(self) -> None:
        """Say which part of the plan is shown."""
        layout, scope = self._keeper.layout, self._keeper.scope
        total = len(self._workspace.plan.nodes)
        hidden = layout.hidden_items if layout is not None else 0
        self.bar.show_scope(scope, total - hidden, total)
        self.fit_into(self._canvas.viewport().width() - 2 * BAR_MARGIN)
        self._controls.show_scope(scope, on_item=self._canvas.current is not None)
