"""What was decided, when and why: the change sets that a project file keeps."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import msgspec

from strategy_planner.language import Message
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.records import RECORD_TYPES
from strategy_planner.storage.clock import now, stamp
from strategy_planner.storage.guard import guarded
from strategy_planner.storage.rows import UnstorableError


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change set and the moment at which it was made."""

    at: dt.datetime
    change_set: ChangeSet


def made_now(change_set: ChangeSet) -> HistoryEntry:
    """The entry of a change set that was just applied."""
    return HistoryEntry(now(), change_set)


def read_history(image: bytes) -> Iterator[HistoryEntry]:
    """The history in a whole project image, oldest first. Raises ValueError for what is none."""
    with closing(guarded(image)) as connection:
        rows = connection.execute(
            "SELECT at, label, reason, decider, changes FROM history ORDER BY id"
        ).fetchall()
    for at, label, reason, decider, changes in rows:
        yield HistoryEntry(
            dt.datetime.fromisoformat(at),
            ChangeSet(
                tuple(_change(one) for one in json.loads(changes)),
                _message(json.loads(label)),
                reason,
                decider,
            ),
        )


def history_row(entry: HistoryEntry) -> dict[str, Any]:
    """The columns of an entry. Raises UnstorableError."""
    change_set = entry.change_set
    row = {
        "at": stamp(entry.at),
        "reason": change_set.reason,
        "decider": change_set.decider,
    }
    try:
        for text in (change_set.reason, change_set.decider):
            (text or "").encode()
        return {
            **row,
            "label": _json(_plain_message(change_set.label)),
            "changes": _json([_plain_change(change) for change in change_set.changes]),
        }
    except (ValueError, RecursionError) as error:
        raise UnstorableError("history", stamp(entry.at), "changes") from error


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    text.encode()
    return text


def _plain_change(change: Change) -> dict[str, Any]:
    plain = {
        "record": change.record,
        "id": change.id,
        "before": msgspec.to_builtins(change.before),
        "after": msgspec.to_builtins(change.after),
        "place": change.place,
    }
    return {key: value for key, value in plain.items() if value is not None}


def _change(plain: dict[str, Any]) -> Change:
    kind = RECORD_TYPES[plain["record"]]
    before, after = plain.get("before"), plain.get("after")
    return Change(
        plain["record"],
        plain["id"],
        None if before is None else msgspec.convert(before, kind),
        None if after is None else msgspec.convert(after, kind),
        plain.get("place"),
    )


def _plain_message(said: Message) -> dict[str, Any]:
    values = {name: _plain_value(value) for name, value in said.values.items()}
    return {"text": said.text, "values": values, "many": said.many}


def _plain_value(value: object) -> Any:
    if isinstance(value, Message):
        return {"message": _plain_message(value)}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)


def _message(plain: dict[str, Any]) -> Message:
    values = {name: _value(value) for name, value in plain["values"].items()}
    return Message(plain["text"], values, plain["many"])


def _value(plain: Any) -> object:
    match plain:
        case {"message": dict(said)}:
            return _message(said)
        case {"day": str(day)}:
            return dt.date.fromisoformat(day)
        case _:
            return plain
