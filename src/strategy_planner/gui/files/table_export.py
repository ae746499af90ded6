"""The table in front as a file that spreadsheets open."""

from pathlib import Path
from typing import TYPE_CHECKING

from strategy_planner.gui.files import questions
from strategy_planner.layout.table.columns import LIST_WORDS

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow


def export_table(window: "MainWindow") -> None:
    """Ask for a file and write the rows and columns as they stand, filtered and sorted."""
    workspace, table = window.workspace, window.table
    words = LIST_WORDS[table.arrangement.record].into(workspace.language)
    folder = window.document.path.parent if window.document.path else Path()
    path = questions.file_to_write(workspace, window, (".csv",), str(folder / f"{words}.csv"))
    if path is not None:
        window.document.export_csv(path, *table.cells())
