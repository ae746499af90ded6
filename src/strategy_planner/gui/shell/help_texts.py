"""The texts of the help menu."""

import strategy_planner
from strategy_planner.language import Message, message, say

KEYS: tuple[tuple[str, Message], ...] = (
    ("Tab", message("What does this need? A new item at its left")),
    ("Ctrl+I", message("Backward interview")),
    ("F2", message("Edit the title")),
    ("Ctrl+X / Ctrl+C / Ctrl+V", message("Cut, copy and paste items")),
    ("Ctrl+D", message("Duplicate")),
    ("Del", message("Delete")),
    ("← → ↑ ↓", message("Walk along links and items")),
    ("Ctrl+Z / Ctrl+Shift+Z", message("Undo and redo")),
    ("Ctrl+H", message("Find and replace…")),
    ("Enter / Tab / F2", message("In the table: down, right, edit the cell")),
    ("Ctrl+D / Insert / Ctrl+Del", message("In the table: fill down, add a row, delete rows")),
    ("Ctrl+Shift+V", message("In the table: paste a list as items")),
    ("Ctrl+1 / Ctrl+2 / Ctrl+3", message("Map, roadmap and table")),
    ("Ctrl + wheel, Ctrl++ / Ctrl+-", message("Zoom")),
    ("Ctrl+0", message("Fit all")),
    ("F5 / F6 / F7 / F8", message("Go to the view, the outline, the inspector, the problems")),
    ("Shift+F6 / F7 / F8", message("Show or hide outline, inspector, problems")),
    ("Ctrl+← / Ctrl+→", message("Roadmap: along the links of the item")),
    ("Alt+← / Alt+→", message("Roadmap: move the item by one period of the zoom")),
    ("Alt+Shift+← / →", message("Roadmap: move the end of the item")),
    ("C", message("Roadmap: select the chain that drives the item")),
    ("T / Z / 0", message("Roadmap: status date, selection, all years")),
    ("F4 / Shift+F4", message("Next and previous problem")),
    ("Ctrl+F", message("Find in the plan")),
    ("Ctrl+K", message("Find an item or an action")),
    ("Ctrl+Shift+F", message("Filter")),
    ("Alt+← / Alt+→", message("Back and forward through the places visited")),
    ("F3 / Shift+F3", message("Next and previous hit")),
    ("F9", message("Why these dates?")),
    ("Ctrl+E", message("Briefing pack (PDF)…")),
    ("Ctrl+Shift+L", message("日本語 / English")),
)


def keys(language: str) -> str:
    """The keys and what they do, a line each."""
    return "\n".join(f"{key} – {meaning.into(language)}" for key, meaning in KEYS)


def about(language: str) -> str:
    """Name, version, what it is for and whose work it bundles."""
    return say(
        "Strategy Planner {version}\n\nBackcasting for strategy offices: from a vision back to "
        "today, with the earliest and the latest date of every item.\n\nFonts: Noto Sans JP and "
        "Noto Sans (SIL Open Font License). Icons: Lucide (ISC).",
        language,
        version=strategy_planner.__version__,
    )
