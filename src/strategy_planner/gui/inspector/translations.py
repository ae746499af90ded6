"""The texts of a record in the other language."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.inspector.combos import NarrowList
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.field_names import FIELD_NAMES
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.words import LANGUAGES


class TranslationRow(RecordRow):
    """Field and language, unfolding into the text."""

    def refresh(self) -> None:
        """Name the field, show the text."""
        found = self.workspace.plan.translations.get(self.record_id)
        if found is None:
            return
        name = _called(self.workspace, found.field, found.language)
        self.show_words(name, found.text)
        self.call_buttons(name)


class TranslationsBlock(QWidget):
    """The translations of one record, and a list of the fields that could have one."""

    def __init__(
        self, workspace: Workspace, record_name: str, record_id: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.workspace, self.record_name, self.record_id = workspace, record_name, record_id
        self.list = RecordList(
            workspace, self._keys, lambda key: TranslationRow(workspace, "translation", key), self
        )
        self.add = NarrowList(workspace, self)
        self.add.setAccessibleName(workspace.tr("Translate a field"))
        self.add.activated.connect(self._translate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.list)
        column.addWidget(self.add)
        workspace.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """What can still be translated."""
        plan = self.workspace.plan
        record = plan.records(self.record_name).get(self.record_id)
        self.add.clear()
        self.add.addItem(self.workspace.tr("Translate a field"), None)
        base = plan.settings.language or "ja"
        for found in FIELDS[self.record_name]:
            if not found.translated or not getattr(record, found.name, None):
                continue
            for language in map(str, LANGUAGES):
                key = f"{self.record_id}/{found.name}/{language}"
                if language != base and key not in plan.translations:
                    words = _called(self.workspace, found.name, language)
                    self.add.addItem(words, (found.name, language))
        self.add.setVisible(self.add.count() > 1)

    def _keys(self) -> list[str]:
        start = f"{self.record_id}/"
        return [key for key in self.workspace.plan.translations if key.startswith(start)]

    def _translate(self, place: int) -> None:
        """Begin a translation with the text as it is written."""
        chosen = self.add.itemData(place)
        if chosen is None:
            return
        name, language = chosen
        plan = self.workspace.plan
        text = str(getattr(plan.records(self.record_name)[self.record_id], name))
        change_set = edits.set_translation(plan, self.record_id, name, language, text)
        if self.workspace.do(change_set):
            row = self.list.rows[change_set.changes[-1].id]
            row.unfold()
            if row.form is not None:
                row.form.editors["text"].setFocus()

    def _follow(self, change_set: ChangeSet) -> None:
        if any(change.id.startswith(self.record_id) for change in change_set.changes):
            self.refresh()


def _called(workspace: Workspace, name: str, language: str) -> str:
    known = name in FIELD_NAMES
    return message(
        "{field} ({language})",
        field=FIELD_NAMES[name] if known else name,
        language=LANGUAGES.get(language, language),
    ).into(workspace.language)
