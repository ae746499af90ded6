"""The columns that each kind of record can show, and those that it shows at first."""

from dataclasses import dataclass
from functools import cache

from strategy_planner.language import Message, message
from strategy_planner.model.fields import FIELDS, Field
from strategy_planner.model.naming import NAMED_BY

RECORDS = (
    "node", "link", "choice", "pathway", "kpi", "measurement", "contribution", "register", "gate",
    "review", "track", "organisation", "baseline", "draft",
    "translation",
)  # fmt: skip
"""The kinds of record that a table shows, in the order in which they are offered."""

LIST_WORDS: dict[str, Message] = {
    "node": message("Items"),
    "link": message("Links"),
    "choice": message("Choices"),
    "pathway": message("Pathways"),
    "kpi": message("KPIs"),
    "measurement": message("Measurements"),
    "contribution": message("Contributions to KPIs"),
    "register": message("Register"),
    "gate": message("Gates"),
    "review": message("Reviews"),
    "track": message("Tracks"),
    "organisation": message("Organisations"),
    "baseline": message("Snapshots"),
    "draft": message("What-ifs"),
    "translation": message("Translations"),
}
"""What people call the whole list of a kind."""

CALLED = "called"
"""The key of the first column where a record is named by what it joins."""

_FIGURES = {"number", "share", "integer", "duration", "lag"}
_WIDTHS = {
    "title": 280, "long": 240, "text": 140, "references": 200, "rows": 160, "options": 200,
    "alternative": 180, "reference": 150, "date": 130, "day": 118, "choice": 112, "texts": 120,
}  # fmt: skip
_NARROW = 84


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the records, or, without a ``field``, something that follows from the plan."""

    key: str
    label: Message
    field: Field | None = None
    is_figure: bool = False
    width: int = 110

    @property
    def is_editable(self) -> bool:
        """Whether its cells can be written."""
        return self.field is not None


def _of(field: Field) -> Column:
    return Column(
        field.name, field.label, field, field.editor in _FIGURES, _WIDTHS.get(field.editor, _NARROW)
    )


_COMPUTED = (
    Column("early_start", message("Early start"), width=118),
    Column("early_finish", message("Early finish"), width=118),
    Column("late_start", message("Must start by"), width=118),
    Column("late_finish", message("Late finish"), width=118),
    Column("slack", message("Slack"), is_figure=True, width=150),
    Column("schedule_state", message("State in the schedule"), width=140),
)
_TRANSLATED = (
    Column("field", message("Field"), width=150),
    Column("language", message("Language")),
)
_AT_FIRST = {
    "node": (
        "kind", "status", "track", "owner", "date", "duration", "early_start", "late_start",
        "early_finish", "late_finish", "slack", "schedule_state",
    ),
    "link": (
        "prerequisite", "dependent", "relation", "type", "lag", "choice", "reason", "evidence",
        "basis",
    ),
    "register": (
        "kind", "state", "likelihood", "impact", "response", "owner", "touches", "resolved_by",
    ),
}  # fmt: skip


@cache
def columns_of(record: str) -> tuple[Column, ...]:
    """Every column of a kind of record; the first names the record and always stays."""
    fields = [_of(field) for field in FIELDS[record]]
    name = NAMED_BY.get(record)
    if name is None:
        called = message("Record") if record == "translation" else message("Name")
        first = Column(CALLED, called, width=180)
    else:
        first = next(column for column in fields if column.key == name)
        fields.remove(first)
        first = Column(first.key, first.label, first.field, width=280)
    said = _TRANSLATED if record == "translation" else ()
    return (first, *said, *fields, *(_COMPUTED if record == "node" else ()))


def column_of(record: str, key: str) -> Column:
    """The column of that key."""
    return next(column for column in columns_of(record) if column.key == key)


def at_first(record: str) -> tuple[str, ...]:
    """The keys of the columns behind the first that a planner sees before choosing."""
    keys = tuple(column.key for column in columns_of(record)[1:])
    return _AT_FIRST.get(record, keys)


def groupings(record: str) -> tuple[str, ...]:
    """The columns by which the rows can be grouped: those whose values come back."""
    return tuple(
        column.key
        for column in columns_of(record)
        if column.key in {"schedule_state", *(one.key for one in _TRANSLATED)}
        or (column.field and column.field.editor in {"choice", "reference", "alternative"})
    )
