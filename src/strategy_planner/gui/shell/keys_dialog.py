"""The keys, in groups: those of actions as the actions themselves have them, so that it is true."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.shell.actions import COMMANDS, MENUS, Actions
from strategy_planner.gui.shell.help_texts import GESTURES
from strategy_planner.gui.workspace import Workspace

_WIDTH, _HEIGHT = 720, 640


class KeysDialog(QDialog):
    """A group for each menu, and one for what is done on items by key and pointer."""

    def __init__(self, workspace: Workspace, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWindowTitle(workspace.tr("Keys"))
        self.setMinimumSize(_WIDTH, _HEIGHT)
        content = QWidget(self)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.rows: list[tuple[str, str]] = []
        """Each key with what it does, in the order of the page."""
        self._fill(actions)
        scroll = QScrollArea(self)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(workspace.tr("Keys"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(workspace.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(24, 0, 24, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(scroll)
        column.addWidget(buttons)

    def sizeHint(self) -> QSize:
        """As wide as a large dialog."""
        return QSize(_WIDTH, _HEIGHT)

    def _fill(self, actions: Actions) -> None:
        language = self.workspace.language
        self._group(
            self.workspace.tr("On items"),
            [(key, meaning.into(language)) for key, meaning in GESTURES],
        )
        native = QKeySequence.SequenceFormat.NativeText
        for menu, title in MENUS.items():
            rows = [
                (
                    " / ".join(keys.toString(native) for keys in action.shortcuts()),
                    command.text.into(language),
                )
                for command in COMMANDS
                if command.menu == menu and command.id
                for action in [actions.by_id[command.id]]
                if action.shortcuts()
            ]
            self._group(_without_mnemonic(title.into(language)), rows)

    def _group(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        heading.setContentsMargins(0, 10, 0, 2)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for key, meaning in rows:
            at = self._grid.rowCount()
            cap, words = QLabel(key, self), QLabel(meaning, self)
            cap.setProperty("role", "key")
            words.setWordWrap(True)
            for label in (cap, words):
                label.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(words, at, 1)
        self.rows += rows


def _without_mnemonic(title: str) -> str:
    """The name of a menu without the letter that opens it: ``ファイル(&F)`` is ファイル."""
    return title.split("(&", maxsplit=1)[0].replace("&", "")
