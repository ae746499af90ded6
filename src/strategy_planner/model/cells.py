"""A field of a record as one cell of text, and the edit that writes some cells at once."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from strategy_planner.language import Message, message
from strategy_planner.language.catalogue import LANGUAGES
from strategy_planner.model import edits, reading
from strategy_planner.model.changes import ChangeSet, merged
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field
from strategy_planner.model.naming import Names, name_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.quick_ranges import read_quick_range, write_quick_range
from strategy_planner.model.records import Record, RuleOff
from strategy_planner.model.texts import option_name, text_of

BETWEEN = "; "
"""What stands between the entries of a cell that holds several; commas stand in titles."""


class Cell(NamedTuple):
    """A value to be written into a field of a record."""

    field: Field
    record_id: str
    value: Any


def value_of(plan: Plan, record: Record, field: Field, language: str) -> Any:
    """The value of a field, in ``language`` where it is a text; choice and option are one."""
    if field.editor == "alternative":
        return getattr(record, "choice", None), getattr(record, "option", None)
    if field.translated:
        return text_of(plan, record, field.name, language)
    return getattr(record, field.name)


def show_cell(plan: Plan, field: Field, value: Any, language: str) -> str:
    """A value as the text of a cell; `read_cell` makes the value of the text again."""
    writer = _WRITERS.get(field.editor)
    if value is None or writer is None:
        return reading.show(field, value, language)
    return writer(plan, field, value, language)


def read_cell(field: Field, text: str, names: Names) -> Any:
    """The value that the text of a cell says; PlanError where it says nothing known."""
    reader = _READERS.get(field.editor)
    plain = text.strip()
    if reader is not None and plain:
        return reader(field, plain, names)
    if field.editor == "title":
        plain = " ".join(plain.split())
    return reading.read(field, plain, names.plan) if plain else nothing(field)


def nothing(field: Field) -> Any:
    """The value of an emptied cell; PlanError where it cannot be left empty."""
    if field.required:
        raise PlanError(message("“{field}” cannot be left empty.", field=field.label))
    if field.editor == "rows":
        return None if field.single else ()
    return _NOTHING.get(field.editor)


def write_cells(
    plan: Plan, cells: Iterable[Cell], language: str, label: Message | None = None
) -> ChangeSet:
    """The edit that writes all cells; the set that sets none is empty.

    A text goes into the language that is shown (`edits.write_text`). ``label`` is
    needed where more than one record is written.
    """
    fields: dict[tuple[str, str], dict[str, Any]] = {}
    sets: list[ChangeSet] = []
    for cell in cells:
        apart = _written_apart(plan, cell, language)
        if apart is not None:
            sets.append(apart)
        else:
            said = fields.setdefault((cell.field.record, cell.record_id), {})
            said.update(_said(cell))
    sets += [edits.set_fields(plan, *record, **said) for record, said in fields.items()]
    return sets[0] if len(sets) == 1 and label is None else merged(sets, label or message("Edit"))


def _written_apart(plan: Plan, cell: Cell, language: str) -> ChangeSet | None:
    """What is no field of the record itself: a translation, or the one active pathway."""
    field, id_, value = cell
    if field.translated:
        written = edits.write_text(plan, field.record, id_, field.name, value or "", language)
        if any(change.record == "translation" for change in written.changes):
            return written
    if field.record == "translation":
        found = plan.translations[id_]
        return edits.set_translation(plan, found.record, found.field, found.language, value)
    if field.record == "pathway" and field.name == "active" and value:
        return edits.activate_pathway(plan, id_)
    return None


def _said(cell: Cell) -> dict[str, Any]:
    if cell.field.editor == "alternative":
        return dict(zip(("choice", "option"), cell.value, strict=True))
    return {cell.field.name: cell.value}


def _entries(text: str) -> list[str]:
    parts = text.replace("；", ";").replace("\n", ";").split(";")
    return [part.strip() for part in parts if part.strip()]


def _show_word(plan: Plan, field: Field, value: Any, language: str) -> str:
    del plan
    word = (field.words or {}).get(value)
    return str(value) if word is None else word.into(language)


def _read_word(field: Field, text: str, names: Names) -> Any:
    wanted = _folded(text)
    for value, word in (field.words or {}).items():
        if wanted in {_folded(str(value)), *(_folded(word.into(one)) for one in LANGUAGES)}:
            return value
    known = ", ".join(word.into(names.language) for word in (field.words or {}).values())
    raise PlanError(message("“{text}” is none of: {words}.", text=text[:40], words=known))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _read_reference(field: Field, text: str, names: Names) -> str:
    return names.find(field.of, text)


def _show_references(plan: Plan, field: Field, ids: Iterable[str], language: str) -> str:
    del field
    return BETWEEN.join(name_of(plan, id_, language) for id_ in ids)


def _show_rows(plan: Plan, field: Field, value: Any, language: str) -> str:
    del plan
    rows = [value] if field.single else value
    return BETWEEN.join(
        ": ".join(
            reading.show(column, part, language)
            for column, part in zip(field.columns, _parts_of(row), strict=True)
            if part is not None
        )
        for row in rows
    )


def _parts_of(row: Any) -> Any:
    return (row.rule, row.reason) if isinstance(row, RuleOff) else row


def _read_rows(field: Field, text: str, names: Names) -> Any:
    rows = [_read_row(field, entry, names) for entry in _entries(text)]
    if field.single and len(rows) > 1:
        raise PlanError(message("“{field}” holds one entry only.", field=field.label))
    if field.name == "rules_off":
        return tuple(RuleOff(*row) for row in rows)
    return rows[0] if field.single else tuple(rows)


def _read_row(field: Field, text: str, names: Names) -> tuple[Any, ...]:
    """The parts before and after the colon; what need not be said may be missing at the left."""
    first, _, last = text.replace("：", ":").partition(":")
    written = [part.strip() for part in (first, last) if part.strip()]
    empty = [""] * (len(field.columns) - len(written))
    return tuple(
        reading.read(column, part, names.plan)
        for column, part in zip(field.columns, [*empty, *written], strict=True)
    )


def _show_ranges(plan: Plan, field: Field, ranges: Any, language: str) -> str:
    del field
    return BETWEEN.join(write_quick_range(plan, one, language) for one in ranges)


def _read_ranges(field: Field, text: str, names: Names) -> Any:
    del field
    return tuple(read_quick_range(names.plan, entry) for entry in _entries(text))


def _show_options(plan: Plan, field: Field, chosen: Any, language: str) -> str:
    del field
    return BETWEEN.join(
        f"{name_of(plan, choice, language)}: "
        + " + ".join(option_name(plan, choice, option, language) for option in options)
        for choice, options in chosen.items()
    )


def _read_options(field: Field, text: str, names: Names) -> dict[str, tuple[str, ...]]:
    del field
    chosen: dict[str, tuple[str, ...]] = {}
    for entry in _entries(text):
        choice, written = _choice_and_rest(entry, names)
        chosen[choice] = tuple(
            _option(choice, part.strip(), names) for part in written.split("+") if part.strip()
        )
    return chosen


def _show_alternative(plan: Plan, field: Field, value: Any, language: str) -> str:
    del field
    choice, option = value
    if choice is None:
        return ""
    name = name_of(plan, choice, language)
    return f"{name}: {option_name(plan, choice, option or '', language)}"


def _read_alternative(field: Field, text: str, names: Names) -> tuple[str, str | None]:
    del field
    choice, written = _choice_and_rest(text, names)
    return choice, _option(choice, written, names) or None


def _choice_and_rest(text: str, names: Names) -> tuple[str, str]:
    """The choice that is named before a colon, and what stands behind it; names hold colons too."""
    plain = text.replace("：", ":")
    for place in reversed([place for place, sign in enumerate(plain) if sign == ":"]):
        try:
            return names.find("choice", plain[:place].strip()), plain[place + 1 :].strip()
        except PlanError:
            continue
    return names.find("choice", plain), ""


def _option(choice: str, text: str, names: Names) -> str:
    """The option as it is kept, of its name in the language shown; a new one as it is written."""
    links = names.plan.links.values()
    known = {link.option for link in links if link.choice == choice and link.option}
    named = {option_name(names.plan, choice, option, names.language): option for option in known}
    return named.get(text, text)


_NOTHING: dict[str, Any] = {
    "texts": (), "days": (), "references": (), "options": {}, "conventions": {},
    "ranges": (),
    "alternative": (None, None),
}  # fmt: skip
_WRITERS: dict[str, Callable[[Plan, Field, Any, str], str]] = {
    "choice": _show_word,
    "reference": lambda plan, _, id_, language: name_of(plan, id_, language),
    "references": _show_references,
    "rows": _show_rows,
    "ranges": _show_ranges,
    "options": _show_options,
    "alternative": _show_alternative,
}
_READERS: dict[str, Callable[[Field, str, Names], Any]] = {
    "choice": _read_word,
    "reference": _read_reference,
    "references": lambda field, text, names: tuple(
        dict.fromkeys(names.find(field.of, entry) for entry in _entries(text))
    ),
    "rows": _read_rows,
    "ranges": _read_ranges,
    "options": _read_options,
    "alternative": _read_alternative,
}
