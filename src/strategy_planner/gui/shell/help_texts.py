"""The texts of the help menu."""

import strategy_planner
from strategy_planner.language import Message, message, say

GESTURES: tuple[tuple[str, Message], ...] = (
    ("Tab", message("What does this need? A new item at its left")),
    ("← → ↑ ↓", message("Walk along links and items")),
    ("Ctrl+Shift+← → ↑ ↓", message("Map: select the next item as well")),
    ("O", message("Map: one of these, of the links or items selected")),
    ("Ctrl + wheel", message("Zoom")),
    ("Enter / Tab / F2", message("In the table: down, right, edit the cell")),
    ("Ctrl+D / Insert / Ctrl+Del", message("In the table: fill down, add a row, delete rows")),
    ("Ctrl+Shift+V", message("In the table: paste a list as items")),
    ("Ctrl+← / Ctrl+→", message("Roadmap: along the links of the item")),
    ("Ctrl+Shift+↑ / ↓", message("Roadmap: select the next item as well")),
    ("Alt+← / Alt+→", message("Roadmap: move what is selected by one period of the zoom")),
    ("Alt+Shift+← / →", message("Roadmap: move the end of the item")),
    ("C", message("Roadmap: select the chain that drives the item")),
    ("T / Z / 0", message("Roadmap: status date, selection, all years")),
)
"""What is done on items by keys and pointer that are no action's; those stand in the menus."""


def about(language: str) -> str:
    """Name, version, what it is for and whose work it bundles."""
    return say(
        "Strategy Planner {version}\n\nBackcasting for strategy offices: from a vision back to "
        "today, with the earliest and the latest date of every item.\n\nFonts: Noto Sans JP and "
        "Noto Sans (SIL Open Font License). Icons: Lucide (ISC).",
        language,
        version=strategy_planner.__version__,
    )
