"""The look of the controls as a Qt style sheet, from the theme's tokens (VISUAL 2 to 4, 8)."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from strategy_planner.layout.theme import Theme

_SHEET = Template("""
* { font-family: "Noto Sans JP", "Noto Sans"; font-size: ${text}px; color: $ink;
    outline: none; }
QMainWindow, QDialog, QMessageBox { background: $surface; }
QWidget#centre { background: $canvas; }
QMenuBar { background: $chrome; padding: 3px 8px; border: none; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $accentWeak; }
QMenu { background: $raised; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 32px; border-radius: 4px; }
QMenu::icon, QMenu::indicator { left: 8px; }
QMenu::item:selected { background: $accentWeak; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $line2;
    spacing: 8px; padding: 0; }
QToolBar::separator { width: 1px; background: $line2; margin: 4px 4px; }
QStatusBar { background: $chrome; border-top: 1px solid $line2; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $ink2; font-size: ${small}px; padding: 0 6px; }
QStatusBar QLabel[state="late"] { color: $late; font-weight: 700; }
QToolButton, QPushButton { background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 10px; font-weight: 500; }
QToolButton:hover, QPushButton:hover { background: $accentWeak; border-color: $accentLine; }
QToolButton:pressed, QPushButton:pressed { background: $accentLine; }
QToolButton:disabled, QPushButton:disabled { color: $disabled; }
QToolButton:focus, QPushButton:focus { border: 2px dashed $accent; padding: 4px 9px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton { border-color: $control; background: $surface; min-height: 18px; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: $accent; color: $onAccent;
    border-color: $accent; font-weight: 700; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {
    background: $accentHover; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {
    border: 2px dashed $onAccent; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
    background: $sunken; color: $disabled;
    border-color: $line2; }
QToolButton[framed="true"] { border-color: $control; background: $surface; }
QToolButton[framed="true"]:focus { border: 2px dashed $accent; }
QFrame#switch { background: $sunken; border: 1px solid $line2; border-radius: 8px; }
QFrame#switch QToolButton { border: 1px solid transparent; padding: 3px 12px; }
QFrame#switch QToolButton:checked { background: $surface; border-color: $control;
    font-weight: 700; }
QFrame#switch QToolButton:focus { border: 2px dashed $accent; padding: 2px 11px; }
QStatusBar QToolButton { font-size: ${small}px; color: $ink2; padding: 1px 8px; }
QStatusBar QToolButton:focus { padding: 0 7px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
    background: $surface; border: 1px solid $control; border-radius: 6px; padding: 3px 7px;
    selection-background-color: $accent; selection-color: $onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 2px 6px; }
QLineEdit:disabled, QComboBox:disabled { color: $disabled; background: $sunken; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; padding: 0 7px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accentWeak; color: $ink; }
QTreeView, QListView, QTableView { background: $surface; border: none;
    selection-background-color: $accentWeak; selection-color: $ink; }
QTreeView::item { min-height: ${row}px; border: none; }
QTreeView::item:selected { background: $accentWeak; color: $ink; }
QTreeView::item:hover { background: $sunken; }
QTreeView:focus, QListView:focus { border: none; }
QTableView[role="figures"]::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView[role="figures"]::item:selected { background: $accentWeak; color: $ink; }
QHeaderView::section { background: $sunken; border: none; padding: 4px 8px;
    font-size: ${small}px; font-weight: 700; }
QTabBar { background: transparent; }
QTabBar::tab { border: 1px solid transparent; border-bottom: 3px solid transparent;
    padding: 4px 10px 3px; font-weight: 500; color: $ink2; }
QTabBar::tab:hover { background: $accentWeak; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 700; }
QTabBar::tab:selected:focus { border: 2px dashed $accent; padding: 3px 9px; }
QListView[role="sentences"]::item { padding: 5px 8px; border-bottom: 1px solid $line; }
QListView[role="sentences"]::item:hover { background: $sunken; }
QListView[role="sentences"]::item:disabled { background: $sunken; color: $ink2; }
QListView[role="sentences"]::item:selected { background: $accentWeak; color: $ink; }
QListView[role="parts"]::item { padding: 2px 4px; min-height: ${row}px; }
QListView[role="parts"]::item:hover { background: $sunken; }
QListView[role="parts"]::item:selected { background: $accentWeak; color: $ink; }
QListView[role="sentences"]::indicator, QListView[role="parts"]::indicator { width: ${box}px; height: ${box}px;
    border: 1px solid $control; border-radius: 3px; background: $surface; }
QListView[role="sentences"]::indicator:checked, QListView[role="parts"]::indicator:checked {
     background: $accent; border-color: $accent; }
QTableView[role="facts"]::item { padding: 4px 8px; border-bottom: 1px solid $line; }
QTableView[role="facts"]::item:focus { border: 2px dashed $accent; padding: 3px 6px; }
QTableView[role="facts"] QTableCornerButton::section { background: $surface; border: none;
    border-bottom: 1px solid $line; }
QTableView[role="facts"] QHeaderView::section { border-bottom: 1px solid $line; }
QScrollArea { border: none; background: $surface; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; min-height: 28px;
    min-width: 28px; margin: 1px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; width: 0; height: 0; }
QSplitter::handle { background: $line2; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $accent; }
QLabel[role="heading"] { font-weight: 700; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="caption"] { color: $ink3; font-size: ${small}px; }
QLabel[role="empty"] { color: $ink2; font-size: ${empty}px; }
QWidget[role="bar"] { background: $surface; border-bottom: 1px solid $line2; }
QWidget[role="panel"] { background: $surface; }
QWidget[role="rail"] { background: $chrome; border-left: 1px solid $line2; }
QWidget[role="rail"] QToolButton { padding: 5px; }
QWidget[role="rail"] QToolButton:checked { background: $accentWeak; border-color: $accent; }
QWidget[role="rail"] QToolButton:focus { border: 2px dashed $accent; padding: 4px; }
QFrame[role="rule"] { background: $line2; border: none; }
QFrame[role="card"] { background: $sunken; border: 1px solid $line; border-radius: 6px; }
QToolButton[role="fold"] { font-weight: 700; text-align: left; padding: 4px 2px;
    border: 1px solid transparent; }
QToolButton[role="fold"]:focus { border: 2px dashed $accent; padding: 3px 1px; }
QFrame#notice { background: $lateWeak; border: 1px solid $late; border-radius: 6px; }
QFrame#notice[kind="done"] { background: $okWeak; border-color: $ok; }
QPushButton[role="pill"] { border: 1px solid $line2; border-radius: 12px; padding: 2px 10px;
    font-weight: 400; font-size: ${small}px; }
QPushButton[role="pill"]:checked { background: $accentWeak; border-color: $accent;
    color: $accent; font-weight: 700; }
QPushButton[role="pill"]:focus { border: 2px dashed $accent; padding: 1px 9px; }
QPushButton[role="link"], QToolButton[role="link"] { border: 1px solid transparent;
    background: transparent; color: $accent; padding: 2px 6px; }
QPushButton[role="link"]:focus { border: 2px dashed $accent; padding: 1px 5px; }
QToolButton[role="chip"] { background: $accentWeak; border: 1px solid $accent; color: $accent;
    border-radius: 12px; padding: 2px 8px; font-size: ${small}px; font-weight: 700; }
QToolButton[role="chip"]:focus { border: 2px dashed $accent; padding: 1px 7px; }
QToolButton[role="field"] { border: 1px solid $control; background: $surface; color: $ink3;
    font-weight: 400; text-align: left; }
QToolButton[role="field"]:focus { border: 2px dashed $accent; }
QFrame#overlay { background: $raised; border: 1px solid $line2; border-radius: 10px; }
QFrame#overlay QScrollArea, QFrame#overlay QListView, QWidget[role="raised"] {
    background: $raised; }
QLineEdit#palette { font-size: ${title}px; }
QProgressBar { border: 1px solid $line2; border-radius: 5px; background: $sunken; height: 10px;
    text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QFrame#draft { background: $warnWeak; border: none; border-bottom: 2px solid $warn; }
QFrame#tip { background: $accentWeak; border: none; border-top: 1px solid $accentLine; }
QLabel[role="key"] { background: $sunken; border: 1px solid $line2; border-radius: 4px;
    padding: 1px 6px; font-size: ${small}px; }
QCheckBox { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus { border: 2px dashed $accent; }
QCheckBox::indicator { width: ${box}px; height: ${box}px; border: 1px solid $control;
    border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line2; background: $sunken; }
QWidget#start { background: $canvas; }
QFrame#begin { background: $surface; border: 1px solid $line2; border-radius: 10px; }
QFrame#card { background: $surface; border: 1px solid $line2; border-radius: 10px; }
QPushButton[role="card"] { border: 1px solid $line2; border-radius: 10px; padding: 0; }
QPushButton[role="card"]:hover { background: $accentWeak; border-color: $accentLine; }
QPushButton[role="card"]:focus { border: 2px dashed $accent; padding: 0; }
QPushButton[role="row"] { border: 1px solid transparent; border-radius: 9px; padding: 0;
    background: transparent; }
QPushButton[role="row"]:hover { background: $accentWeak; }
QPushButton[role="row"]:focus { border: 2px dashed $accent; padding: 0; }
QPushButton[role="example"] { border: 1px solid $accentLine; border-radius: 10px; padding: 0;
    background: $accentWeak; }
QPushButton[role="example"]:hover { border-color: $accent; }
QPushButton[role="example"]:focus { border: 2px dashed $accent; padding: 0; }
QPushButton[role="template"] { border: 1px solid $control; border-radius: 14px;
    padding: 4px 12px; background: $surface; }
QPushButton[role="template"]:hover { background: $accentWeak; border-color: $accentLine; }
QPushButton[role="template"]:focus { border: 2px dashed $accent; padding: 3px 11px; }
QLabel[role="section"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="brand"] { font-size: ${brand}px; font-weight: 700; }
QLabel[role="wrong"] { color: $late; font-weight: 700; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line2; padding: 4px 6px; }
""")


def style_sheet(theme: Theme, text_scale: float = 1.0) -> str:
    """The style sheet of a scheme, with texts scaled for those who need larger ones."""
    sizes = {
        name: str(round(size * text_scale))
        for name, size in {
            "text": 12,
            "small": 11,
            "title": 15,
            "empty": 13,
            "row": 24,
            "box": 14,
            "brand": 20,
        }.items()
    }
    colours = {name: value for name, value in theme.colours.items() if name.isidentifier()}
    return _SHEET.substitute(colours, **sizes)


def dress(theme: Theme, text_scale: float) -> None:
    """Give every window colours and sizes; where they stand already, nothing is painted anew."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    sheet = style_sheet(theme, text_scale)
    if sheet != application.styleSheet():
        application.setPalette(palette(theme))
        application.setStyleSheet(sheet)


_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
}
_PALER = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(theme: Theme) -> QPalette:
    """The scheme for what Qt draws without asking the style sheet: check marks, file dialogs."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(theme.colour(token)))
    for role in _PALER:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("disabled")))
    return made
