"""An item's number as a way to it."""

from PySide6.QtWidgets import QPushButton, QWidget

from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.texts import text_of


def item_link(workspace: Workspace, item: str, parent: QWidget) -> QPushButton:
    """A button that selects an item on every view."""
    node = workspace.plan.nodes[item]
    title = text_of(workspace.plan, node, "title", workspace.language) or node.title
    go = QPushButton(node.number or workspace.tr("Item"), parent)
    go.setProperty("role", "link")
    go.setSizePolicy(go.sizePolicy().Policy.Maximum, go.sizePolicy().Policy.Fixed)
    go.setAccessibleName(workspace.tr("Select {item}", item=title))
    go.clicked.connect(lambda: workspace.select([item]))
    return go
