"""How the inspector names the records of the plan in its window, in the language shown."""

from collections.abc import Iterator

from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import naming
from strategy_planner.model import records as r
from strategy_planner.model.words import REGISTER_KINDS, REGISTER_STATES


def name_of(workspace: Workspace, record_id: str) -> str:
    """A record as a planner calls it; the id of what is gone."""
    return naming.name_of(workspace.plan, record_id, workspace.language)


def said_of(workspace: Workspace, kind: str, record_id: str) -> str:
    """What is told of a record beside its name: at which item it stands, of which kind it is."""
    record = workspace.plan.records(kind).get(record_id)
    match record:
        case r.Kpi() if record.node:
            return name_of(workspace, record.node)
        case r.Contribution() if record.node:
            return name_of(workspace, record.node)
        case r.Measurement() if record.kpi:
            return name_of(workspace, record.kpi)
        case r.RegisterItem():
            words = (REGISTER_KINDS.get(record.kind), REGISTER_STATES[record.effective_state])
            shown = [word.into(workspace.language) for word in words if word]
            return workspace.tr(", ").join(shown)
        case _:
            return ""


def named_records(workspace: Workspace, kind: str) -> Iterator[tuple[str, str]]:
    """Name and id of all records of a kind; of all that have a name for the empty kind."""
    return naming.named_records(workspace.plan, kind, workspace.language)
