"""Which rows of a table stand in which order: filtered, sorted, grouped."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from strategy_planner.layout.table.columns import Column, at_first, column_of, columns_of
from strategy_planner.layout.table.contents import Contents, folded
from strategy_planner.layout.tracks import ordered_tracks


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a planner has one kind of record laid out.

    ``columns`` are those behind the first. ``sort`` are columns, the most weighty first, each
    with whether it runs downward; without any the rows stand in the plan's order. ``only`` are
    the texts that a column is filtered to.
    """

    record: str = "node"
    columns: tuple[str, ...] = ()
    sort: tuple[tuple[str, bool], ...] = ()
    group: str = ""
    text: str = ""
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be hidden."""
        return bool(self.text.strip() or self.only)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns as they stand, the one with the name first."""
        known = {column.key: column for column in columns_of(self.record)}
        chosen = self.columns or at_first(self.record)
        rest = (known[key] for key in chosen if key in known)
        first = columns_of(self.record)[0]
        return (first, *(column for column in rest if column is not first))


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the rows that have one value in common; ``value`` is its text, or nothing."""

    value: str
    count: int
    record_id: str | None = None


Row = str | Group
"""A record by its id, or a heading."""


def arrange(
    contents: Contents,
    arrangement: Arrangement,
    always: Collection[str] = (),
    within: Collection[str] | None = None,
) -> list[Row]:
    """The rows in their order.

    ``always`` are ids that no filter hides; ``within`` are those that pass a filter of the window,
    None where none is on.
    """
    kind, passes = arrangement.record, _filter(contents, arrangement)
    ids = [
        id_
        for id_ in contents.plan.records(kind)
        if id_ in always or ((within is None or id_ in within) and passes(id_))
    ]
    for key, downward in reversed(arrangement.sort):
        ids = _sorted(contents, kind, ids, column_of(kind, key), downward=downward)
    return _grouped(contents, kind, ids, arrangement.group) if arrangement.group else list(ids)


def kept_in_place(old: Iterable[Row], fresh: list[Row], ids: Collection[str]) -> list[Row]:
    """The old order without what is gone, and with what is new behind its fresh neighbour.

    So a row stays under the hand that writes in it, though it would now be sorted elsewhere.
    ``ids`` are the records that there are.
    """
    rows: list[Row] = [row for row in old if isinstance(row, Group) or row in ids]
    held = {row for row in rows if isinstance(row, str)}
    places = {row: place for place, row in enumerate(rows)}
    behind: dict[int, list[Row]] = {}
    last = -1
    for row in fresh:
        if isinstance(row, Group):
            last = next((place for place, old_row in enumerate(rows)
                         if isinstance(old_row, Group) and old_row.value == row.value), last)  # fmt: skip
        elif row in held:
            last = places[row]
        else:
            behind.setdefault(last, []).append(row)
    merged: list[Row] = list(behind.get(-1, ()))
    for place, row in enumerate(rows):
        merged += [row, *behind.get(place, ())]
    return merged


def values_in(contents: Contents, kind: str, column: Column) -> list[str]:
    """The different texts of a column in their order, the empty one last."""
    keys: dict[str, str] = {}
    for id_ in contents.plan.records(kind):
        keys.setdefault(contents.text(kind, id_, column), id_)
    ids = _sorted(contents, kind, list(keys.values()), column, downward=False)
    return [contents.text(kind, id_, column) for id_ in ids]


def _filter(contents: Contents, arrangement: Arrangement) -> Callable[[str], bool]:
    """Whether a record has the texts that are asked for, in a column or anywhere in its row."""
    kind, shown = arrangement.record, arrangement.shown
    words, keys = folded(arrangement.text).split(), tuple(column.key for column in shown)
    only = [(column_of(kind, key), texts) for key, texts in arrangement.only.items()]

    def passes(record_id: str) -> bool:
        if any(contents.text(kind, record_id, column) not in texts for column, texts in only):
            return False
        said = contents.searched(kind, record_id, shown, keys) if words else ""
        return all(word in said for word in words)

    return passes


def _sorted(
    contents: Contents, kind: str, ids: list[str], column: Column, *, downward: bool
) -> list[str]:
    keys = {id_: contents.sort_key(kind, id_, column) for id_ in ids}
    said = [id_ for id_ in ids if keys[id_] is not None]
    said.sort(key=lambda id_: keys[id_] or (), reverse=downward)
    return said + [id_ for id_ in ids if keys[id_] is None]


def _grouped(contents: Contents, kind: str, ids: list[str], key: str) -> list[Row]:
    column = column_of(kind, key)
    members: dict[str, list[str]] = {}
    for id_ in ids:
        members.setdefault(contents.text(kind, id_, column), []).append(id_)
    order = _group_order(contents, kind, column, members)
    rows: list[Row] = []
    for value in order:
        here = members[value]
        rows += [Group(value, len(here), _value_id(contents, kind, here[0], column)), *here]
    return rows


def _group_order(
    contents: Contents, kind: str, column: Column, members: Mapping[str, list[str]]
) -> list[str]:
    """Tracks as the roadmap has them, words and names in their order, what says nothing last."""
    firsts = [ids[0] for ids in members.values()]
    if column.field is not None and column.field.of == "track":
        lanes = {track.id: place for place, track in enumerate(ordered_tracks(contents.plan))}
        firsts.sort(key=lambda id_: lanes.get(contents.value(kind, id_, column), len(lanes)))
    else:
        firsts = _sorted(contents, kind, firsts, column, downward=False)
    return [contents.text(kind, id_, column) for id_ in firsts]


def _value_id(contents: Contents, kind: str, record_id: str, column: Column) -> str | None:
    if column.field is None or column.field.editor != "reference":
        return None
    value = contents.value(kind, record_id, column)
    return str(value) if value else None
