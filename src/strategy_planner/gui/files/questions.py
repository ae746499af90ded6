"""What only the planner can answer: save first? which file? which vision, by when?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.workspace import Workspace

Answer = Literal["save", "discard", "stay"]
_WIDTH = 432


def ask_to_save(workspace: Workspace, parent: QWidget, name: str) -> Answer:
    """Whether to save before the plan leaves the screen."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(workspace.tr("Unsaved changes"))
    box.setText(workspace.tr("“{name}” has changes that are not saved.", name=name))
    buttons: dict[QPushButton, Answer] = {
        box.addButton(workspace.tr("Go back"), QMessageBox.ButtonRole.RejectRole): "stay",
        box.addButton(
            workspace.tr("Do not save"), QMessageBox.ButtonRole.DestructiveRole
        ): "discard",
    }
    save = box.addButton(workspace.tr("Save changes"), QMessageBox.ButtonRole.AcceptRole)
    _make_primary(save)
    buttons[save] = "save"
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    return next((answer for button, answer in buttons.items() if button is clicked), "stay")


def ask_to_save_elsewhere(workspace: Workspace, parent: QWidget, sentence: str) -> bool:
    """Whether to save under another name after saving was refused with ``sentence``."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(workspace.tr("Not saved"))
    box.setText(sentence)
    box.addButton(workspace.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
    elsewhere = box.addButton(
        workspace.tr("Save under another name"), QMessageBox.ButtonRole.AcceptRole
    )
    _make_primary(elsewhere)
    box.setDefaultButton(elsewhere)
    box.exec()
    return box.clickedButton() is elsewhere


def tell(workspace: Workspace, parent: QWidget, title: str, sentence: str) -> None:
    """One sentence that must not be overlooked."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(sentence)
    box.addButton(workspace.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def file_to_open(workspace: Workspace, parent: QWidget, ending: str) -> Path | None:
    """A file that exists, chosen in the system's dialog."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, workspace.tr("Open"), "", _filter(workspace, ending)
    )
    return Path(chosen) if chosen else None


def file_to_write(
    workspace: Workspace, parent: QWidget, endings: Sequence[str], suggestion: str
) -> Path | None:
    """A file to write, with one of the endings; the system asks before one is replaced."""
    filters = {_filter(workspace, ending): ending for ending in endings}
    chosen, taken = QFileDialog.getSaveFileName(
        parent, workspace.tr("Save as"), suggestion, ";;".join(filters)
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(filters.get(taken, endings[0]))


def _make_primary(button: QPushButton) -> None:
    """The button that the dialog is for; a box has dressed it before it was told so."""
    button.setProperty("primary", True)
    button.style().unpolish(button)
    button.style().polish(button)


def _filter(workspace: Workspace, ending: str) -> str:
    names = {
        ".splan": workspace.tr("Strategy Planner projects"),
        ".json": workspace.tr("Plans as JSON"),
        ".csv": workspace.tr("Tables for spreadsheets"),
        ".pdf": workspace.tr("PDF documents"),
        ".svg": workspace.tr("Drawings with text as text"),
        ".png": workspace.tr("Pictures"),
    }
    return f"{names[ending]} (*{ending})"


class NewPlanDialog(QDialog):
    """The first two things of a backcast: the vision, as a state, and its year."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = workspace.tr
        self.setWindowTitle(tr("New plan"))
        self.vision = ComposingLineEdit(self)
        self.vision.setPlaceholderText(tr("What is true when the vision has come?"))
        self.year = ComposingLineEdit(self)
        self.year.setValidator(QIntValidator(1800, 2999, self))
        self.year.setPlaceholderText("2035")
        heading = QLabel(tr("Begin with the vision"), self)
        heading.setProperty("role", "title")
        heading.setMinimumWidth(_WIDTH)
        hint = QLabel(
            tr("Write the future as something that is true then. The way back comes next."), self
        )
        hint.setWordWrap(True)
        hint.setProperty("role", "caption")
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(tr("Vision"), self.vision)
        form.addRow(tr("Year (may stay open)"), self.year)
        self.vision.setAccessibleName(tr("Vision"))
        self.year.setAccessibleName(tr("Year (may stay open)"))
        buttons = QDialogButtonBox(self)
        self.begin = buttons.addButton(tr("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        _make_primary(self.begin)
        buttons.addButton(tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(buttons)
