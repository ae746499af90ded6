"""The records that belong to an item, as lists with a way to add one more."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from strategy_planner.gui.inspector.choice_row import ChoiceRow
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan

Part = tuple[str, Message, Message, Callable[[Plan, str], Iterable[str]]]
"""Kind of record, heading, what the button that adds one says, and the ids at an item."""


def kpis_at(plan: Plan, node_id: str) -> list[str]:
    """The KPIs that stand at an item."""
    return [kpi.id for kpi in plan.kpis.values() if kpi.node == node_id]


def _measurements(plan: Plan, node_id: str) -> list[str]:
    kpis = set(kpis_at(plan, node_id))
    return [found.id for found in plan.measurements.values() if found.kpi in kpis]


def _contributions(plan: Plan, node_id: str) -> list[str]:
    kpis = set(kpis_at(plan, node_id))
    return [
        found.id
        for found in plan.contributions.values()
        if found.node == node_id or found.kpi in kpis
    ]


def _register(plan: Plan, node_id: str) -> list[str]:
    return [
        entry.id
        for entry in plan.register.values()
        if node_id in entry.touches or node_id in entry.resolved_by
    ]


def _choices(plan: Plan, node_id: str) -> list[str]:
    return [choice.id for choice in plan.choices.values() if choice.node == node_id]


PARTS: tuple[Part, ...] = (
    ("kpi", message("KPIs here"), message("＋ Add a KPI"), kpis_at),
    ("measurement", message("Measurements"), message("＋ Add a measurement"), _measurements),
    ("contribution", message("Contributions to KPIs"), message("＋ Add a contribution"),
     _contributions),
    ("register", message("Risks, assumptions and obstacles"), message("＋ Add an entry"), _register),
    ("choice", message("Choices here"), message("＋ Add a choice"), _choices),
)  # fmt: skip


def related_list(workspace: Workspace, part: Part, node_id: str, parent: QWidget) -> RecordList:
    """One list of an item's records."""
    record, _, add_words, ids = part
    return RecordList(
        workspace,
        lambda: ids(workspace.plan, node_id),
        lambda id_: _row(workspace, record, id_),
        parent,
        make=lambda: _made(workspace, record, node_id),
        add_words=add_words,
    )


def _row(workspace: Workspace, record: str, record_id: str) -> RecordRow:
    if record == "choice":
        return ChoiceRow(workspace, record_id)
    return RecordRow(workspace, record, record_id)


def _made(workspace: Workspace, record: str, node_id: str) -> ChangeSet:
    """A new record at the item, called as planners call its kind until it gets its own name."""
    plan, tr = workspace.plan, workspace.tr
    if record == "kpi":
        return edits.add_record(plan, "kpi", node=node_id, name=tr("New KPI"))
    if record == "measurement":
        kpis = kpis_at(plan, node_id)
        kpi = kpis[-1] if kpis else None
        return edits.add_record(plan, "measurement", kpi=kpi, date=workspace.schedule.status_date)
    if record == "contribution":
        return edits.add_record(plan, "contribution", node=node_id)
    if record == "register":
        return edits.add_record(
            plan, "register", kind="risk", title=tr("New entry"), touches=(node_id,)
        )
    return edits.add_record(plan, "choice", node=node_id, name=tr("New choice"))
