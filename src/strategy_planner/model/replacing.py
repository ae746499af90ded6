"""Finding a text in every text of a plan, and writing another in its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from strategy_planner.language import message, message_plural
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet, merged
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import FIELDS, Field
from strategy_planner.model.option_names import renaming_fields, renaming_translations
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Record, Translation

_TEXTS = {"text", "long", "title", "date", "texts"}
_APART = {("node", "number"), ("settings", "holidays"), ("gate", "on")}
"""Texts that only name or code something: replacing in them would break what they stand for."""
_OPTION = Field("option", "text", required=True, called=message("Option"), record="choice")
"""What an option is called stands in its links, in pathways and in its translations."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field in which the text was found: what it says, and what it would say.

    ``spans`` are the places of the text in ``before``. A field of several texts is several
    places, told apart by ``part``.
    """

    record: str
    id: str
    field: Field
    before: str
    after: str
    spans: tuple[tuple[int, int], ...]
    part: int | None = None


def find_places(plan: Plan, wanted: str, instead: str, *, match_case: bool = False) -> list[Place]:
    """Every field that has ``wanted`` in it, in the order of the records; translations too."""
    if not wanted:
        return []
    pattern = re.compile(re.escape(wanted), 0 if match_case else re.IGNORECASE)
    places = [
        place
        for kind, fields in FIELDS.items()
        for record in plan.records(kind).values()
        for field in fields
        if field.editor in _TEXTS and (kind, field.name) not in _APART
        for place in _in_field(pattern, instead, kind, record, field)
    ]
    return places + [
        place
        for choice, options in options_of(plan.links.values()).items()
        for option in options
        for place in _in_text(pattern, instead, ("choice", choice, _OPTION), option)
    ]


def replace_places(plan: Plan, places: Iterable[Place]) -> ChangeSet:
    """The edit that writes what each place would say, as one step.

    Raises PlanError for a place that must say something and would say nothing.
    """
    kept = list(places)
    for place in kept:
        if place.field.required and not place.after.strip():
            words = message("“{field}” cannot be left empty.", field=place.field.label)
            raise PlanError(words, (record_of(plan, place),), place.field.key)
    fields: dict[tuple[str, str], dict[str, Any]] = {}
    sets: list[ChangeSet] = []
    names = {(place.id, place.before): place.after for place in kept if place.field is _OPTION}
    fields.update(renaming_fields(plan, names))
    texts = {place.id: place.after for place in kept if place.record == "translation"}
    moved = renaming_translations(plan, names, texts)
    gone = {change.id for change in moved}
    for place in kept:
        record = plan.records(place.record)[place.id]
        if place.field is _OPTION or place.id in gone:
            continue
        if isinstance(record, Translation):
            sets.append(
                edits.set_translation(
                    plan, record.record, record.field, record.language, place.after
                )
            )
            continue
        said = fields.setdefault((place.record, place.id), {})
        if place.part is None:
            said[place.field.name] = place.after or None
        else:
            parts = list(said.get(place.field.name, getattr(record, place.field.name)))
            parts[place.part] = place.after or None
            said[place.field.name] = tuple(parts)
    sets += [edits.set_fields(plan, *key, **_without_empty(said)) for key, said in fields.items()]
    sets.append(ChangeSet(moved, message("Edit")))
    label = message_plural("Replace in {count} place", "Replace in {count} places", len(kept))
    return merged(sets, label)


def record_of(plan: Plan, place: Place) -> str:
    """The record that a planner is shown for a place; a translation stands at its own."""
    found = plan.translations.get(place.id)
    return place.id if found is None else found.record.partition(":")[0]


def _without_empty(said: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(part for part in value if part is not None)
        if isinstance(value, tuple)
        else value
        for name, value in said.items()
    }


def _in_field(
    pattern: re.Pattern[str], instead: str, kind: str, record: Record, field: Field
) -> Iterator[Place]:
    value = getattr(record, field.name)
    texts = enumerate(value) if field.editor == "texts" else ((None, value),)
    for part, text in texts:
        yield from _in_text(pattern, instead, (kind, record.key, field), text, part)


def _in_text(
    pattern: re.Pattern[str],
    instead: str,
    where: tuple[str, str, Field],
    text: str | None,
    part: int | None = None,
) -> Iterator[Place]:
    spans = tuple(found.span() for found in pattern.finditer(text)) if text else ()
    if text and spans:
        yield Place(*where, text, pattern.sub(lambda _: instead, text), spans, part)
