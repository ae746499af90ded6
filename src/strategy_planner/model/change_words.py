"""What a change did to an item, in sentences that a planner reads: what was, what is."""

from collections.abc import Iterator

from strategy_planner.language import Message, message
from strategy_planner.model import records as r
from strategy_planner.model.cells import show_cell
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.field_names import FIELD_NAMES
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.naming import name_of, name_of_record
from strategy_planner.model.plan import Plan
from strategy_planner.model.words import LANGUAGES

_LONGEST = 160
"""Characters of a text that are told of a change; the whole text stands in the item."""


def touches(change_set: ChangeSet, record_id: str) -> bool:
    """Whether a set says something of a record: of itself, its links or its translations."""
    return any(_concerns(change, record_id) for change in change_set.changes)


def changes_in_words(plan: Plan, change_set: ChangeSet, record_id: str, language: str) -> list[str]:
    """The changes of a set to one record, a sentence each, in the order in which they were made.

    Names are those of the plan as it now is; a record that is gone is called by its id.
    """
    told: list[str] = []
    for change in change_set.changes:
        if _concerns(change, record_id):
            told += [one.into(language) for one in _told(plan, change, record_id, language)]
    return told


def told_of_changes(plan: Plan, change_set: ChangeSet, language: str) -> Iterator[tuple[str, str]]:
    """Each change of a set as a sentence that begins with its record's name, and the record's id.

    The changes need not be made yet: what they add is called by the name that it would have.
    """
    for change in change_set.changes:
        record = change.before or change.after
        if record is None:
            continue
        name = name_of_record(plan, change.record, record, language)
        told = [one.into(language) for one in _told(plan, change, change.id, language)]
        yield (
            change.id,
            message("{item}: {changes}", item=name, changes="; ".join(told)).into(language),
        )


def _concerns(change: Change, record_id: str) -> bool:
    record = change.after or change.before
    match record:
        case r.Link():
            return record_id in {change.id, record.prerequisite, record.dependent}
        case r.Translation():
            return record.record == record_id
        case _:
            return change.id == record_id


def _told(plan: Plan, change: Change, record_id: str, language: str) -> Iterator[Message]:
    before, after = change.before, change.after
    match after or before:
        case r.Translation() as one:
            words = (_text(before), _text(after))
            name = message(
                "{field} ({language})",
                field=FIELD_NAMES.get(one.field, one.field),
                language=LANGUAGES.get(one.language, one.language),
            )
            yield _turned(name, *words)
        case r.Link() as link if change.id != record_id:
            yield _link(plan, link, change, record_id, language)
        case _ if before is None:
            yield message("Added to the plan")
        case _ if after is None:
            yield message("Deleted from the plan")
        case _:
            yield from _fields(plan, change, language)


def _fields(plan: Plan, change: Change, language: str) -> Iterator[Message]:
    """Field by field: what was written, and what is."""
    for field in FIELDS[change.record]:
        old = getattr(change.before, field.name, None)
        new = getattr(change.after, field.name, None)
        if field.editor == "alternative":
            old = (old, getattr(change.before, "option", None))
            new = (new, getattr(change.after, "option", None))
        if old != new:
            yield _turned(
                field.label,
                show_cell(plan, field, old, language),
                show_cell(plan, field, new, language),
            )


def _link(plan: Plan, link: r.Link, change: Change, record_id: str, language: str) -> Message:
    is_before = link.dependent == record_id
    other = link.prerequisite if is_before else link.dependent
    name = name_of(plan, other, language)
    if change.before is None and is_before:
        return message("Linked: needs {item}", item=name)
    if change.before is None:
        return message("Linked: is needed for {item}", item=name)
    if change.after is None and is_before:
        return message("Link taken away: needed {item}", item=name)
    if change.after is None:
        return message("Link taken away: was needed for {item}", item=name)
    said = [one.into(language) for one in _fields(plan, change, language)]
    return message("Link with {item}: {changes}", item=name, changes="; ".join(said))


def _turned(name: object, old: str, new: str) -> Message:
    if not old:
        return message("{field}: {new} (was empty)", field=name, new=_cut(new))
    if not new:
        return message("{field}: emptied (was {old})", field=name, old=_cut(old))
    return message("{field}: {old} → {new}", field=name, old=_cut(old), new=_cut(new))


def _text(record: r.Record | None) -> str:
    return record.text if isinstance(record, r.Translation) else ""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
