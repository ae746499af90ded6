"""Which key asks for what on the map."""

from PySide6.QtCore import Qt

from strategy_planner.gui.map.travel import Direction

TRAVEL: dict[Qt.Key, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
ACTIONS: dict[Qt.Key, str] = {
    Qt.Key.Key_Return: "title",
    Qt.Key.Key_Enter: "title",
    Qt.Key.Key_F2: "title",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_Plus: "larger",
    Qt.Key.Key_Equal: "larger",
    Qt.Key.Key_Minus: "smaller",
    Qt.Key.Key_0: "fit",
    Qt.Key.Key_1: "full",
    Qt.Key.Key_Home: "vision",
    Qt.Key.Key_P: "unpin",
    Qt.Key.Key_T: "tidy",
    Qt.Key.Key_S: "story",
    Qt.Key.Key_F: "focus",
    Qt.Key.Key_O: "one_of",
    Qt.Key.Key_Escape: "nothing",
}
