"""Finding words in everything that a planner wrote, in whichever language and record it stands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from strategy_planner.analysis.folding import fold, words_of
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.plan import Plan

_SEARCHED: dict[str, tuple[str, ...]] = {
    "node": ("number", "title", "short", "description", "date", "source", "tags", "notes"),
    "register": ("title", "description", "trigger", "response", "owner", "date"),
    "kpi": ("name", "unit", "note"),
    "link": ("reason", "option", "owner"),
    "choice": ("name",),
    "organisation": ("name", "kind"),
    "track": ("name",),
    "gate": ("name",),
    "pathway": ("name",),
    "measurement": ("source", "note"),
    "review": ("title", "statement", "decisions"),
    "baseline": ("name", "note"),
    "settings": ("title", "organisation", "authors", "marking", "description", "background",
                 "approach", "version", "document_number"),
}  # fmt: skip
"""The fields in which a planner writes words, by kind of record; found kinds come in this order."""
_ORDER = {kind: place for place, kind in enumerate(_SEARCHED)}
_NAMES = frozenset({"title", "name"})
_NOT_ALL, _NONE = 6, 7
"""Ranks of passages that have some of the words, or none."""
_LINE = "\n"


class Passage(NamedTuple):
    """A text of one field of a record; ``language`` is empty for the text as it was written."""

    field: str
    language: str
    text: str


class Entry(NamedTuple):
    """Everything that is written in one record, and the same folded, a line each."""

    kind: str
    id: str
    passages: tuple[Passage, ...]
    folded: str


class Hit(NamedTuple):
    """A record that has all the words, and the passage that shows it best."""

    kind: str
    id: str
    passage: Passage


Entries = dict[str, Entry]
"""The searchable texts of a plan by record id, in the plan's order."""


def entries_of(records: Iterable[r.Record]) -> Entries:
    """The texts of all records of a plan, read from a snapshot of `Plan.every_record`."""
    kept = list(records)
    known = {record.key for record in kept}
    translated: dict[str, list[r.Translation]] = {}
    for record in kept:
        if isinstance(record, r.Translation):
            owner = record.record if record.record in known else _choice_of(record.record)
            translated.setdefault(owner, []).append(record)
    return {
        record.key: _entry(kind, record, translated.get(record.key, ()))
        for record in kept
        if (kind := r.RECORD_NAMES[type(record)]) in _SEARCHED
    }


def follow(entries: Entries, plan: Plan, change_set: ChangeSet) -> None:
    """Bring the texts up to a plan to which a set was just applied."""
    for id_ in dict.fromkeys(_touched(plan, change) for change in change_set.changes):
        found = plan.find(id_)
        if found is None:
            entries.pop(id_, None)
        elif found[0] in _SEARCHED:
            entries[id_] = _entry(found[0], found[1], _translations(plan, *found))


def search(entries: Mapping[str, Entry], query: str, language: str = "") -> list[Hit]:
    """The records that have every word of the query, best first.

    A number comes before a title, a title before other texts, items before other records; else
    the plan's order stands. Of a record's passages that are as good, the one in ``language`` or
    as it was written is shown.
    """
    words = words_of(query)
    if not words:
        return []
    first, rest = words[0], words[1:]
    found = [
        (entry, *_best(entry, words, language))
        for entry in entries.values()
        if first in entry.folded and all(word in entry.folded for word in rest)
    ]
    found.sort(key=lambda one: (one[1], _ORDER[one[0].kind]))
    return [Hit(entry.kind, entry.id, passage) for entry, _, passage in found]


def home_of(plan: Plan, hit: Hit) -> tuple[str, ...]:
    """What to select for a hit: the items at which its record stands, else the record itself."""
    found = plan.find(hit.id)
    if found is None:
        return ()
    homes = [id_ for id_ in _homes(plan, found[1]) if plan.find(id_) is not None]
    return tuple(dict.fromkeys(homes)) or (hit.id,)


def _homes(plan: Plan, record: r.Record) -> Iterable[str]:
    match record:
        case r.Kpi() | r.Choice():
            return (record.node,) if record.node else ()
        case r.Measurement():
            kpi = plan.kpis.get(record.kpi or "")
            return (kpi.node,) if kpi and kpi.node else ()
        case r.RegisterItem():
            return record.touches
        case r.Organisation():
            return (node.id for node in plan.nodes.values() if node.owner == record.id)
        case r.Gate():
            return (node.id for node in plan.nodes.values() if node.gate == record.id)
        case r.Track():
            return (node.id for node in plan.nodes.values() if node.track == record.id)
        case _:
            return (record.key,)


def _best(entry: Entry, words: tuple[str, ...], language: str) -> tuple[int, Passage]:
    """How good a hit is, the least the best, and its passage."""
    ranked = [
        (_rank(passage.field, line, words), passage.language not in {"", language}, place)
        for place, (passage, line) in enumerate(
            zip(entry.passages, entry.folded.split(_LINE), strict=True)
        )
    ]
    rank, _, place = min(ranked)
    return rank, entry.passages[place]


def _rank(field: str, line: str, words: tuple[str, ...]) -> int:
    present = sum(word in line for word in words)
    if present < len(words):
        return _NOT_ALL if present else _NONE
    if field == "number":
        return 0 if line == words[0] else 2
    if field in _NAMES:
        return 1 if line.startswith(words[0]) else 3
    return 4 if field == "short" else 5


def _entry(kind: str, record: r.Record, translations: Iterable[r.Translation]) -> Entry:
    passages = (*_written(kind, record), *(
        Passage(one.field, one.language, one.text) for one in translations if one.text
    ))  # fmt: skip
    folded = _LINE.join(fold(passage.text).replace(_LINE, " ") for passage in passages)
    return Entry(kind, record.key, passages, folded)


def _written(kind: str, record: r.Record) -> Iterator[Passage]:
    for field in _SEARCHED[kind]:
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from (Passage(field, "", str(one)) for one in value)
        elif value:
            yield Passage(field, "", str(value))


def _touched(plan: Plan, change: Change) -> str:
    """The record whose texts a change touches."""
    translation = change.after or change.before
    if not isinstance(translation, r.Translation):
        return change.id
    owner = translation.record
    return owner if plan.find(owner) is not None else _choice_of(owner)


def _choice_of(option: str) -> str:
    """The choice of an option, which translations name as ``CHOICE:OPTION``."""
    return option.split(":", maxsplit=1)[0]


def _translations(plan: Plan, kind: str, record: r.Record) -> Iterator[r.Translation]:
    if kind == "choice":
        start = f"{record.key}:"
        yield from (one for one in plan.translations.values() if one.record.startswith(start))
    for field in _SEARCHED[kind]:
        for language in ("ja", "en"):
            found = plan.translations.get(f"{record.key}/{field}/{language}")
            if found is not None:
                yield found
