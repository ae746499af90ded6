"""Which fields each kind of record has, and how each is written."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import msgspec

from strategy_planner.language import Message, message
from strategy_planner.model import words as w
from strategy_planner.model.field_names import FIELD_NAMES
from strategy_planner.model.records import RECORD_TYPES

Editor = Literal[
    "text", "long", "title", "day", "duration", "lag", "date", "number", "share", "integer",
    "choice", "reference", "references", "texts", "days", "rows", "conventions", "options",
    "alternative", "ranges",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field and its editor.

    ``words`` are the values of a ``choice``; ``of`` is the kind of record that a reference names,
    empty for any; an ``alternative`` is the choice and the option of a link at once; ``columns`` are those of ``rows``; ``single`` rows are one tuple or none;
    ``required`` fields cannot be emptied; ``translated`` ones are written in the language shown.
    """

    name: str
    editor: Editor
    of: str = ""
    words: w.Words | None = None
    columns: tuple["Field", ...] = ()
    single: bool = False
    required: bool = False
    translated: bool = False
    called: Message | None = None
    record: str = ""

    @property
    def label(self) -> Message:
        """What people call the field."""
        return self.called or FIELD_NAMES[self.key]

    @property
    def key(self) -> str:
        """Its key in the public JSON, by which errors name it."""
        return _keys(self.record).get(self.name, self.name)


@cache
def _keys(record_name: str) -> dict[str, str]:
    kind = RECORD_TYPES.get(record_name)
    return {f.name: f.encode_name for f in msgspec.structs.fields(kind)} if kind else {}


def _text(name: str, called: Message | None = None) -> Field:
    return Field(name, "text", translated=True, called=called)


def _plain(name: str) -> Field:
    return Field(name, "text")


def _long(name: str) -> Field:
    return Field(name, "long", translated=True)


def _day(name: str, called: Message | None = None) -> Field:
    return Field(name, "day", called=called)


def _pick(name: str, words: w.Words, *, required: bool = False) -> Field:
    return Field(name, "choice", words=words, required=required)


def _yes_no(name: str) -> Field:
    return _pick(name, w.YES_NO)


def _of(name: str, record: str, *, required: bool = False, called: Message | None = None) -> Field:
    return Field(name, "reference", of=record, required=required, called=called)


_DATE = message("Date")
_POINT = (Field("day", "day", called=_DATE), Field("value", "number", required=True))
_DATED_POINT = (replace(_POINT[0], required=True), _POINT[1])

_SETTINGS = (
    _text("title"), _text("organisation"), Field("authors", "texts"), _text("marking"),
    _text("version"), _text("document_number"), _yes_no("draft"), _long("description"),
    _long("background"), _long("approach"), _day("status_date"), _day("reference_date"),
    _day("horizon_start"), _day("horizon_end"), _pick("language", w.LANGUAGES),
    Field("fiscal_year_start", "integer"), _yes_no("show_era"), _plain("holidays"),
    _text("money_unit"), Field("near_critical_days", "integer"),
    _pick("distribution", w.DISTRIBUTIONS), _pick("choices_mode", w.CHOICE_MODES),
    _yes_no("kpi_dates"),
    Field("quick_ranges", "ranges"), Field("conventions", "conventions"),
    Field("rules_off", "rows", columns=(
        Field("rule", "text", required=True, called=message("Check")),
        Field("reason", "text", required=True),
    )),
)  # fmt: skip
_NODE = (
    Field("title", "title", required=True, translated=True), _text("short"), _plain("number"),
    _pick("kind", w.NODE_KINDS, required=True), _of("track", "track"), _of("parent", "node"),
    _long("description"), Field("date", "date"), _day("date_read_on"), _day("target"),
    _day("not_before"), _day("not_after"), _of("gate", "gate"), Field("duration", "duration"),
    Field("optimistic", "duration"), Field("pessimistic", "duration"),
    _pick("status", w.STATUSES), Field("progress", "share"), _day("actual_start"),
    _day("actual_finish"), _of("owner", "organisation"), Field("cost", "number"),
    Field("budget", "rows", columns=(
        Field("year", "integer", required=True, called=message("Fiscal year")),
        Field("amount", "number", required=True),
    )),
    Field("success", "share"), _pick("sufficiency", w.SUFFICIENCY),
    _pick("change_type", w.CHANGE_TYPES), Field("tags", "texts"), _long("source"), _long("notes"),
    Field("pin", "rows", single=True, columns=(
        Field("x", "number", required=True, called=message("Across")),
        Field("y", "number", required=True, called=message("Down")),
    )),
)  # fmt: skip
_LINK = (
    _of("prerequisite", "node", required=True), _of("dependent", "node", required=True),
    _long("reason"), _pick("evidence", w.EVIDENCE), _of("assumption", "register"),
    _pick("basis", w.BASES), _pick("relation", w.RELATIONS, required=True),
    _pick("type", w.LINK_TYPES), Field("lag", "lag"), Field("choice", "alternative"),
    _plain("owner"), _day("review_on"),
)  # fmt: skip
_KPI = (
    _text("name"), _of("node", "node"), _text("unit"), _pick("direction", w.DIRECTIONS),
    Field("baseline", "rows", single=True, columns=_POINT),
    Field("target", "rows", single=True, columns=_POINT),
    Field("waypoints", "rows", columns=_DATED_POINT), _pick("shape", w.SHAPES),
    Field("reached_at", "number"), _yes_no("execution"), _long("note"),
)  # fmt: skip
_REGISTER = (
    _text("title"), _pick("kind", w.REGISTER_KINDS), _pick("state", w.REGISTER_STATES),
    _long("description"), Field("likelihood", "share"), Field("impact", "integer"),
    Field("delay", "duration"), _long("trigger"), _long("response"), _plain("owner"),
    Field("touches", "references"), Field("resolved_by", "references", of="node"),
    Field("date", "date"), _of("kpi", "kpi"), Field("threshold", "number"),
    Field("lead", "duration"),
)  # fmt: skip

_TABLE: dict[str, tuple[Field, ...]] = {
    "settings": _SETTINGS,
    "track": (_text("name"), Field("order", "integer"), _pick("color", w.TRACK_COLOURS)),
    "organisation": (_text("name"), _text("kind")),
    "node": _NODE,
    "link": _LINK,
    "choice": (_text("name"), _of("node", "node", required=True), Field("needed", "integer")),
    "pathway": (_text("name"), Field("chosen", "options"), _yes_no("active")),
    "kpi": _KPI,
    "measurement": (
        _of("kpi", "kpi"), _day("date", _DATE), Field("value", "number"), _text("source"),
        _long("note"),
    ),
    "contribution": (
        _of("node", "node"), _of("kpi", "kpi"), Field("amount", "number"),
        Field("ramp", "duration"),
    ),
    "register": _REGISTER,
    "gate": (
        _text("name"), _pick("every", w.REPEATS), Field("on", "texts"), Field("opens", "days"),
        Field("leads", "duration"),
    ),
    "review": (
        _day("date", _DATE), _text("title"), _long("statement"), _long("decisions"),
        _of("baseline", "baseline", called=w.RECORD_WORDS["baseline"]),
    ),
    "baseline": (_text("name"), _day("date", _DATE), _long("note")),
    "draft": (_text("name"), _long("reason")),
    "translation": (Field("text", "long", required=True),),
}  # fmt: skip

FIELDS: dict[str, tuple[Field, ...]] = {
    record: tuple(replace(field, record=record) for field in fields)
    for record, fields in _TABLE.items()
}
"""The fields of each kind of record in the order of its form. What is frozen has no editor: ids,
the values of a snapshot, the changes of a what-if, and of a translation what it translates."""


def field(record_name: str, name: str) -> Field:
    """The field of that name."""
    return next(found for found in FIELDS[record_name] if found.name == name)
