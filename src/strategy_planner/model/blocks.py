"""Edits of many cells and many records at once, each one step to undo."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from strategy_planner.language import Message, message, message_plural
from strategy_planner.model import records as r
from strategy_planner.model.cells import Cell, nothing, read_cell, value_of, write_cells
from strategy_planner.model.changes import Change, ChangeSet, created
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import check_record
from strategy_planner.model.fields import Field, field
from strategy_planner.model.naming import Names
from strategy_planner.model.numbers import highest_numbers, next_number
from strategy_planner.model.plan import Plan

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "node": ("title",),
    "link": ("prerequisite", "dependent"),
    "choice": ("node",),
}
"""What a record of a kind cannot be made without; other kinds need nothing."""

_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "node": {"kind": "action"},
    "link": {"relation": "requires", "basis": "planner"},
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block goes: rows and columns from its upper left corner on.

    A column without a field follows from the plan and is passed over. Rows beyond ``ids`` become
    new records, which are given ``defaults``.
    """

    record: str
    ids: tuple[str, ...]
    fields: tuple[Field | None, ...]
    defaults: Mapping[str, Any]
    makes_records: bool = True


def paste(plan: Plan, target: Target, block: Sequence[Sequence[str]], language: str) -> ChangeSet:
    """The edit that reads every cell of a block into its place.

    Raises PlanError with one sentence that names row and column when a cell cannot be read; then
    nothing of the block is written.
    """
    _check_shape(target, block)
    names = Names(plan, language)
    written: list[Cell] = []
    fresh: list[dict[str, Any]] = []
    for row, texts in enumerate(block):
        is_new = row >= len(target.ids)
        values = _read_row(target, row, texts, names, is_new=is_new)
        if is_new:
            fresh.append({of.name: value for of, value in values})
        else:
            written += [Cell(of, target.ids[row], value) for of, value in values]
    label = message_plural("Paste {count} row", "Paste {count} rows", len(block))
    changes = list(write_cells(plan, written, language, label).changes)
    changes += map(created, new_records(plan, target.record, fresh, target.defaults))
    _check_records(plan, target, changes)
    return ChangeSet(tuple(changes), label)


def fill_down(plan: Plan, ids: Sequence[str], fields: Iterable[Field], language: str) -> ChangeSet:
    """The values of the first record written into the others."""
    cells = []
    for of in fields:
        first = plan.records(of.record)[ids[0]]
        value = value_of(plan, first, of, language)
        cells += [Cell(of, id_, value) for id_ in ids[1:]]
    label = message_plural("Fill down {count} row", "Fill down {count} rows", len(ids) - 1)
    return write_cells(plan, cells, language, label)


def clear(plan: Plan, ids: Iterable[str], fields: Iterable[Field], language: str) -> ChangeSet:
    """Nothing in every cell; PlanError where one cannot be empty."""
    kept = list(ids)
    cells = [Cell(of, id_, nothing(of)) for of in fields for id_ in kept]
    return write_cells(plan, cells, language, message("Clear cells"))


def add_rows(plan: Plan, record: str, rows: Sequence[Mapping[str, Any]]) -> ChangeSet:
    """New records of a kind, the last in the plan's list."""
    made = new_records(plan, record, rows, {})
    label = message_plural("Add {count} row", "Add {count} rows", len(rows))
    return ChangeSet(tuple(map(created, made)), label)


def add_outline(
    plan: Plan, lines: Sequence[tuple[str, int | None]], defaults: Mapping[str, Any]
) -> ChangeSet:
    """New items of these titles; each says the place in the list of the item it is part of.

    ``defaults`` hold for all; those at the top are part of what ``defaults`` name as ``parent``.
    """
    ids = [_fresh_id() for _ in lines]
    rows = [
        {"id": id_, "title": title} | ({} if above is None else {"parent": ids[above]})
        for id_, (title, above) in zip(ids, lines, strict=True)
    ]
    made = new_records(plan, "node", rows, defaults)
    label = message_plural("Add {count} item", "Add {count} items", len(lines))
    return ChangeSet(tuple(map(created, made)), label)


def new_records(
    plan: Plan, record: str, rows: Iterable[Mapping[str, Any]], defaults: Mapping[str, Any]
) -> list[r.Record]:
    """Records with these values, and with numbers where they are items without one."""
    numbering = dict(plan.numbering)
    made: list[r.Record] = []
    for row in rows:
        said = {name: value for name, value in row.items() if value is not None}
        values = {"id": _fresh_id(), **_GIVEN.get(record, {}), **defaults, **said}
        _check_required(record, values)
        if record == "node":
            values["number"] = values.get("number") or next_number(values["kind"], numbering)
        new = r.RECORD_TYPES[record](**_split(values))
        if isinstance(new, r.Node):
            highest_numbers(new, numbering)
        made.append(new)
    return made


def lacking(record: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields without which a record of these values cannot be made yet."""
    return tuple(name for name in REQUIRED.get(record, ()) if not values.get(name))


def _fresh_id() -> str:
    return str(uuid.uuid4())


def _split(values: dict[str, Any]) -> dict[str, Any]:
    """Choice and option apart, which are one cell; two texts make no active pathway."""
    alternative = values.get("choice")
    if isinstance(alternative, tuple):
        return values | {"choice": alternative[0], "option": alternative[1]}
    return values


def _check_required(record: str, values: Mapping[str, Any]) -> None:
    for name in lacking(record, values):
        of = field(record, name)
        raise PlanError(
            message("“{field}” cannot be left empty.", field=of.label), (), field=of.key
        )


def _check_shape(target: Target, block: Sequence[Sequence[str]]) -> None:
    if not block or not any(map(len, block)):
        raise PlanError(message("There is nothing to paste."))
    columns = max(map(len, block))
    if columns > len(target.fields):
        raise PlanError(
            message("The block has {count} columns; from this cell on there are {room}.",
                    count=columns, room=len(target.fields))
        )  # fmt: skip
    if not any(target.fields[:columns]):
        raise PlanError(message("These cells follow from the plan and cannot be written."))
    if len(block) > len(target.ids) and not target.makes_records:
        raise PlanError(
            message("The block has {count} rows; from this cell on there are {room}.",
                    count=len(block), room=len(target.ids))
        )  # fmt: skip


def _read_row(
    target: Target, row: int, texts: Sequence[str], names: Names, *, is_new: bool
) -> list[tuple[Field, Any]]:
    values: list[tuple[Field, Any]] = []
    for of, text in zip(target.fields, texts, strict=False):
        if of is None or (is_new and not text.strip()):
            continue
        try:
            values.append((of, read_cell(of, text, names)))
        except PlanError as error:
            raise _refused(row, of.label, error.message, target) from error
    if is_new:
        said = {of.name: value for of, value in values} | dict(target.defaults)
        for name in lacking(target.record, said):
            label = field(target.record, name).label
            problem = message("“{field}” cannot be left empty.", field=label)
            raise _refused(row, label, problem, target)
    return values


def _check_records(plan: Plan, target: Target, changes: Iterable[Change]) -> None:
    """What each record must satisfy by itself, so that a refusal can name its row."""
    rows = {id_: row for row, id_ in enumerate(target.ids)}
    new = len(target.ids)
    for change in changes:
        row = rows.get(change.id, new)
        new += change.before is None and change.record == target.record
        if change.after is None:
            continue
        try:
            check_record(change.after, plan.settings)
        except PlanError as error:
            label = next((of.label for of in target.fields if of and of.key == error.field), None)
            problem = error.message.values.get("problem")
            reason = problem if isinstance(problem, Message) else error.message
            raise _refused(row, label or message("Name"), reason, target) from error


def _refused(row: int, column: Message, problem: Message, target: Target) -> PlanError:
    words = message(
        "Nothing was pasted. Row {row}, column “{column}”: {problem}",
        row=row + 1, column=column, problem=problem,
    )  # fmt: skip
    return PlanError(words, target.ids[row : row + 1])
