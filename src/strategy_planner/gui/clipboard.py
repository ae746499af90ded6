"""Cut, copy and paste of items: between windows as a plan in JSON, into a mail as lines of text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange import FormatError
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.interchange.tab_separated import first_cells
from strategy_planner.interchange.text_outline import read_outline
from strategy_planner.model import edits
from strategy_planner.model.blocks import add_outline
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.fragments import duplicate, fragment, outline_text, paste
from strategy_planner.model.plan import Plan

MIME = "application/vnd.strategy-planner.plan+json"


def copy_selected(workspace: Workspace) -> bool:
    """Put the selected items on the clipboard; False where no item is selected."""
    ids = _selected_items(workspace)
    if not ids:
        return False
    data = QMimeData()
    data.setData(MIME, write_plan_json(fragment(workspace.plan, ids)).encode())
    data.setText(outline_text(workspace.plan, ids, workspace.language))
    QGuiApplication.clipboard().setMimeData(data)
    return True


def cut_selected(workspace: Workspace) -> None:
    """Put the selected items on the clipboard and delete them with their links."""
    if copy_selected(workspace):
        workspace.do(edits.delete(workspace.plan, _selected_items(workspace)))


def holds_items() -> bool:
    """Whether items of a plan are on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(MIME)


def can_paste() -> bool:
    """Whether items are on the clipboard, or lines of text that can become some."""
    return holds_items() or bool(QGuiApplication.clipboard().text().strip())


def paste_items(workspace: Workspace) -> bool:
    """Add the items on the clipboard beside the selected one, and select them.

    Text of another program becomes an item for each line; indentation and bullets make the outline.
    """
    piece = _on_clipboard()
    if piece is None:
        return _paste_lines(workspace)
    chosen = _selected_items(workspace)
    beside = workspace.plan.nodes[chosen[0]].parent if chosen else None
    return _do(workspace, paste(workspace.plan, piece, dict.fromkeys(piece.nodes, beside)))


def duplicate_selected(workspace: Workspace) -> bool:
    """Add the selected items once more, and select the copies."""
    ids = _selected_items(workspace)
    return bool(ids) and _do(workspace, duplicate(workspace.plan, ids))


def _paste_lines(workspace: Workspace) -> bool:
    lines = read_outline(first_cells(QGuiApplication.clipboard().text()))
    chosen = _selected_items(workspace)
    near = workspace.plan.nodes[chosen[0]] if chosen else None
    alike: dict[str, object] = {}
    if near is not None and near.kind != "vision":
        alike = {"kind": near.kind, "parent": near.parent, "track": near.track}
    return bool(lines) and _do(workspace, add_outline(workspace.plan, lines, alike))


def _do(workspace: Workspace, change_set: ChangeSet) -> bool:
    if not workspace.do(change_set):
        return False
    workspace.select(change.id for change in change_set.changes if change.record == "node")
    return True


def _selected_items(workspace: Workspace) -> list[str]:
    return [id_ for id_ in workspace.selection if id_ in workspace.plan.nodes]


def _on_clipboard() -> Plan | None:
    """The plan on the clipboard; None for anything else, whoever put it there."""
    if not holds_items():
        return None
    try:
        return read_plan_json(bytes(QGuiApplication.clipboard().mimeData().data(MIME).data()))
    except FormatError:
        return None
