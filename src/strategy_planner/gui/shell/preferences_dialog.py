"""What a person likes: each choice works at once, in every window, and is remembered."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.submenus import TEXT_PERCENTS
from strategy_planner.gui.tick_box import TickBox
from strategy_planner.gui.workspace import Workspace

_WIDTH = 432


class PreferencesDialog(QDialog):
    """Language, colours, text size, animation, start page and tips."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.preferences = preferences
        self.heading, self.hint = QLabel(self), QLabel(self)
        self.heading.setProperty("role", "title")
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.hint.setMinimumWidth(_WIDTH)
        self.language, self.scheme, self.text_size = (PickList(workspace, self) for _ in range(3))
        self.animation, self.start_page, self.tips = (TickBox(workspace, self) for _ in range(3))
        self.labels = [QLabel(self) for _ in range(3)]
        self._arrange()
        self.name()
        self._connect()
        workspace.language_changed.connect(self.name)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(10)
        lists = (self.language, self.scheme, self.text_size)
        for label, field in zip(self.labels, lists, strict=True):
            form.addRow(label, field)
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addLayout(form)
        for box in (self.animation, self.start_page, self.tips):
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(buttons)

    def _connect(self) -> None:
        preferences = self.preferences
        for name, field in (
            ("language_choice", self.language),
            ("scheme_choice", self.scheme),
            ("text_percent", self.text_size),
        ):
            field.activated.connect(partial(self._take, name, field))
        self.animation.toggled.connect(lambda on: setattr(preferences, "reduced_motion", not on))
        self.start_page.toggled.connect(lambda on: setattr(preferences, "start_page", on))
        self.tips.toggled.connect(lambda on: setattr(preferences, "tips", on))

    def _take(self, name: str, field: PickList, index: int) -> None:
        setattr(self.preferences, name, field.itemData(index))

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its texts are in the width that they take."""
        super().showEvent(event)
        self.adjustSize()

    def name(self) -> None:
        """All words and values, in the language of the window."""
        tr, preferences = self.workspace.tr, self.preferences
        self.setWindowTitle(tr("Preferences"))
        self.heading.setText(tr("Preferences"))
        self.hint.setText(tr("Each choice works at once, in every window."))
        self.close_button.setText(tr("Close"))
        system = tr("As the system")
        _fill(
            self.language, {"system": system, "ja": "日本語", "en": "English"},
            preferences.language_choice,
        )  # fmt: skip
        _fill(
            self.scheme, {"system": system, "light": tr("Light"), "dark": tr("Dark")},
            preferences.scheme_choice,
        )  # fmt: skip
        _fill(
            self.text_size, {percent: f"{percent} %" for percent in TEXT_PERCENTS},
            preferences.text_percent,
        )  # fmt: skip
        words = (tr("Language"), tr("Colours"), tr("Text size"))
        fields = (self.language, self.scheme, self.text_size)
        for label, field, text in zip(self.labels, fields, words, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        for box, text, value in (
            (
                self.animation,
                tr("Let things glide to their places"),
                not preferences.reduced_motion,
            ),
            (
                self.start_page,
                tr("Show the start page when no plan is open"),
                preferences.start_page,
            ),
            (self.tips, tr("Show a tip at first uses"), preferences.tips),
        ):
            box.setText(text)
            box.setChecked(value)


def _fill(field: PickList, rows: dict[object, str] | dict[str, str] | dict[int, str],
          chosen: object) -> None:  # fmt: skip
    field.clear()
    for value, text in rows.items():
        field.addItem(text, value)
    field.setCurrentIndex(field.findData(chosen))
