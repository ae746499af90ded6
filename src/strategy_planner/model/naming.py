"""How people name the records of a plan, and which record a name means."""

from collections.abc import Iterator

from strategy_planner.calendars.formatting import show_day
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, text_of
from strategy_planner.model.words import RECORD_WORDS

NAMED_BY = {
    "node": "title", "register": "title", "review": "title", "track": "name",
    "organisation": "name", "choice": "name", "pathway": "name", "kpi": "name", "gate": "name",
    "baseline": "name", "draft": "name",
}  # fmt: skip
"""The field that holds the name of each kind of record; the others are named by what they join."""

_NAMED_KINDS = (
    "node", "register", "kpi", "link", "gate", "choice", "track", "organisation", "pathway",
    "review",
)  # fmt: skip


def name_of(plan: Plan, record_id: str, language: str) -> str:
    """A record as a planner calls it; the id of what is gone."""
    found = plan.find(record_id)
    return record_id if found is None else name_of_record(plan, *found, language)


def name_of_record(plan: Plan, kind: str, record: r.Record, language: str) -> str:
    """A record as a planner calls it, by its name or by what it joins."""
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
            kpi = name_of(plan, record.kpi, language) if record.kpi else "—"
            return message(
                "{kpi}: {amount}", kpi=kpi, amount=_figure(record.amount, signed=True)
            ).into(language)
        case r.Review():
            title = text_of(plan, record, "title", language) or ""
            day = show_day(record.date, language) if record.date else ""
            return " ".join(filter(None, (day, title))) or _untitled(kind, language)
        case r.Translation():
            return name_of(plan, record.record.partition(":")[0], language)
        case r.PlanSettings():
            return RECORD_WORDS["settings"].into(language)
        case _:
            named_by = NAMED_BY.get(kind, "name")
            return text_of(plan, record, named_by, language) or _untitled(kind, language)


def named_records(plan: Plan, kind: str, language: str) -> Iterator[tuple[str, str]]:
    """Name and id of all records of a kind; of all that have a name for the empty kind."""
    for one in (kind,) if kind else _NAMED_KINDS:
        for id_, record in plan.records(one).items():
            yield name_of_record(plan, one, record, language), id_


class Names:
    """The names of a plan's records by kind, gathered once for many look-ups."""

    def __init__(self, plan: Plan, language: str) -> None:
        self.plan, self.language = plan, language
        self._known: dict[str, list[tuple[str, str]]] = {}

    def find(self, kind: str, text: str) -> str:
        """The one record whose name, number or id is ``text``, or whose name alone has it in it.

        Raises PlanError where none, or more than one, is.
        """
        wanted = text.casefold()
        names = self._names(kind)
        for found in (
            [id_ for name, id_ in names if name == wanted],
            [id_ for _, id_ in names if id_ == text or self._number(id_) == wanted],
            [id_ for name, id_ in names if wanted in name],
        ):
            if len(found) == 1:
                return found[0]
            if found:
                raise PlanError(
                    message("“{text}” could be {count} records; write the number.",
                            text=text[:40], count=len(found)),
                )  # fmt: skip
        raise PlanError(message("Nothing in this plan is called “{text}”.", text=text[:40]))

    def _names(self, kind: str) -> list[tuple[str, str]]:
        if kind not in self._known:
            names = named_records(self.plan, kind, self.language)
            self._known[kind] = [(name.casefold(), id_) for name, id_ in names]
        return self._known[kind]

    def _number(self, record_id: str) -> str:
        node = self.plan.nodes.get(record_id)
        return "" if node is None else (node.number or "").casefold()


def _figure(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return "—"
    return f"{value:+,}" if signed else f"{value:,}"


def _untitled(kind: str, language: str) -> str:
    word = RECORD_WORDS[kind].into(language)
    return message("{kind} (no name)", kind=word).into(language)
