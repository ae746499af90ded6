"""The short numbers by which people name items: ``A-012`` (CONTRACT 3, Defaults)."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from strategy_planner.model.records import Node, NodeKind, Record

LETTERS: dict[NodeKind, str] = {
    "vision": "V",
    "image": "I",
    "area": "G",
    "state": "S",
    "milestone": "M",
    "action": "A",
    "decision": "D",
    "enabler": "E",
}
_SERIES = re.compile(r"([VIGSMADE])-([0-9]{3,})")


def highest_numbers(node: Node, numbering: dict[str, int]) -> None:
    """Raise ``numbering`` (highest number by letter) to what ``node`` carries."""
    found = _SERIES.fullmatch(node.number or "")
    if found:
        letter, digits = found.groups()
        numbering[letter] = max(numbering.get(letter, 0), int(digits))


def next_number(kind: NodeKind, numbering: Mapping[str, int]) -> str:
    """One above the highest number ever given in the series of ``kind``."""
    letter = LETTERS[kind]
    return f"{letter}-{numbering.get(letter, 0) + 1:03d}"


def with_numbers(records: Iterable[Record]) -> Iterator[Record]:
    """The records, each node without a number given the next of its series.

    Numbers that stand in the records count first, wherever they stand.
    """
    kept = list(records)
    numbering: dict[str, int] = {}
    for record in kept:
        if isinstance(record, Node):
            highest_numbers(record, numbering)
    for record in kept:
        if isinstance(record, Node) and record.number is None:
            numbered = msgspec.structs.replace(record, number=next_number(record.kind, numbering))
            highest_numbers(numbered, numbering)
            yield numbered
        else:
            yield record
