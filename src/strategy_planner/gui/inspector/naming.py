"""How the inspector names the records of a plan."""

from collections.abc import Iterator

from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.inspector.words import RECORD_WORDS, REGISTER_KINDS, REGISTER_STATES
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.texts import label, text_of

_NAMED_BY = {"node": "title", "register": "title", "review": "title"}


def name_of(workspace: Workspace, record_id: str) -> str:
    """A record as a planner calls it, in the language shown; the id of what is gone."""
    found = workspace.plan.find(record_id)
    return record_id if found is None else name_of_record(workspace, *found)


def name_of_record(workspace: Workspace, kind: str, record: r.Record) -> str:
    """A record as a planner calls it, by its name or by what it joins."""
    plan, language = workspace.plan, workspace.language
    match record:
        case r.Node():
            return label(plan, record.id, language)
        case r.Link():
            return message(
                "{prerequisite} → {dependent}",
                prerequisite=plan.nodes[record.prerequisite].number or record.prerequisite,
                dependent=plan.nodes[record.dependent].number or record.dependent,
            ).into(language)
        case r.Measurement():
            shown = record.date or message("No date given")
            return message("{day}: {value}", day=shown, value=_figure(record.value)).into(language)
        case r.Contribution():
            kpi = name_of(workspace, record.kpi) if record.kpi else "—"
            return message(
                "{kpi}: {amount}", kpi=kpi, amount=_figure(record.amount, signed=True)
            ).into(language)
        case r.Review():
            title = text_of(plan, record, "title", language) or ""
            day = show_day(record.date, language) if record.date else ""
            return " ".join(filter(None, (day, title))) or _untitled(workspace, kind)
        case r.PlanSettings():
            return workspace.tr("The plan")
        case _:
            named_by = _NAMED_BY.get(kind, "name")
            return text_of(plan, record, named_by, language) or _untitled(workspace, kind)


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
    kinds = (kind,) if kind else ("node", "register", "kpi", "link", "gate", "choice", "track",
                                  "organisation", "pathway", "review")  # fmt: skip
    for one in kinds:
        for id_, record in workspace.plan.records(one).items():
            yield name_of_record(workspace, one, record), id_


def _figure(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return "—"
    return f"{value:+,}" if signed else f"{value:,}"


def _untitled(workspace: Workspace, kind: str) -> str:
    word = RECORD_WORDS[kind].into(workspace.language)
    return workspace.tr("{kind} (no name)", kind=word)
