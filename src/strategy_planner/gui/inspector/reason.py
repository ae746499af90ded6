"""Why a link is claimed, written in its sentence."""

from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.lines import TextInput
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.fields import FIELDS

_REASON = next(field for field in FIELDS["link"] if field.name == "reason")


class _EndOfSentence(TextInput):
    """As high as its text; Enter decides, Shift+Enter breaks the line."""

    LEAST_LINES = 1
    enter_decides = True


class ReasonEditor(FieldEditor):
    """The end of the sentence that a link is; empty, it asks for the reason."""

    def __init__(self, workspace: Workspace, link_id: str) -> None:
        super().__init__(workspace, _REASON, link_id, made=_EndOfSentence)
        self.input.setPlaceholderText(workspace.tr("because … (say why)"))

    def call(self, sentence: str) -> None:
        """What the field is called for those who hear it: the sentence that it ends."""
        self.input.setAccessibleName(self.workspace.tr("Reason: {sentence}", sentence=sentence))
