"""A PDF file from its objects: the small ones compressed together (PDF 1.5 object streams).

Tags are tens of thousands of small objects; together they take a tenth of what they take alone.
"""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256
from struct import Struct

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 400
"""Objects in one stream: enough to compress well, few enough to find one quickly."""
_PLACE = Struct(">BIH")
"""Of an object: how it stands (1 by itself, 2 within a stream), where, and its index there."""
_UP = b"\x02"
"""The predictor of a row: what differs from the row above."""


def pdf_file(objects: Iterable[tuple[int, bytes]], count: int, root: int, info: int) -> bytes:
    """The file of ``count`` objects, numbered from 1 on; the same bytes for the same ones.

    ``root`` and ``info`` are the numbers of the catalogue and of the document's information.
    """
    file = _File(count)
    small: list[tuple[int, bytes]] = []
    for number, body in objects:
        if body.endswith(b"endstream"):
            file.add(number, body)
            continue
        small.append((number, body))
        if len(small) == _TOGETHER:
            file.add_together(small)
            small.clear()
    if small:
        file.add_together(small)
    return file.closed(root, info)


class _File:
    """The parts of a file, and where in it each object stands."""

    def __init__(self, count: int) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._identity = sha256()
        self._places = bytearray(_PLACE.pack(0, 0, 65535) * (count + 1))

    def add(self, number: int, body: bytes) -> None:
        """Put an object into the file by itself."""
        self._place(number, 1, self._length, 0)
        self._parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        self._length += len(self._parts[-1])
        self._identity.update(self._parts[-1])

    def add_together(self, objects: Sequence[tuple[int, bytes]]) -> None:
        """Put objects into the file within one compressed stream."""
        stream = self._next_number()
        for index, (number, _) in enumerate(objects):
            self._place(number, 2, stream, index)
        self.add(stream, _object_stream(objects))

    def closed(self, root: int, info: int) -> bytes:
        """The file with the table of the places at its end."""
        own, offset = self._next_number(), self._length
        self._place(own, 1, offset, 0)
        identity = self._identity.hexdigest()[:32].encode()
        keys = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            own + 1, root, info, identity, identity,
        )  # fmt: skip
        keys += b"/DecodeParms<</Predictor 12/Columns %d>>" % _PLACE.size
        self.add(own, compressed(_rows(bytes(self._places)), keys))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % offset])

    def _next_number(self) -> int:
        """The number of one more object."""
        self._places += bytes(_PLACE.size)
        return len(self._places) // _PLACE.size - 1

    def _place(self, number: int, how: int, where: int, index: int) -> None:
        _PLACE.pack_into(self._places, number * _PLACE.size, how, where, index)


def compressed(content: bytes, keys: bytes = b"") -> bytes:
    """A stream object with its content compressed, ``keys`` in its dictionary."""
    packed = zlib.compress(content)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (keys, len(packed))
    return b"%s\nstream\n%s\nendstream" % (head, packed)


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    index, bodies, offset = [], [], 0
    for number, body in objects:
        index.append(b"%d %d" % (number, offset))
        bodies.append(body.strip())
        offset += len(bodies[-1]) + 1
    head = b" ".join(index) + b"\n"
    keys = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return compressed(head + b"\n".join(bodies), keys)


def _rows(places: bytes) -> bytes:
    """The table of the places, each row as its difference to the one above."""
    width = _PLACE.size
    above = bytes(width) + places
    changes = bytes((a - b) & 255 for a, b in zip(places, above, strict=False))
    return b"".join(_UP + changes[at : at + width] for at in range(0, len(changes), width))
