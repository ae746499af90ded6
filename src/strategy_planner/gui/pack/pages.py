"""A written pack as pictures of its pages, and where on them the items of the plan stand.

PDFium draws; it is used by one thread at a time.
"""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PDFIUM = threading.Lock()
_REACH = 4.0
"""Points beside a word that still mean it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A pack and the sizes of its pages in points; ``whole`` is false while more are to come."""

    data: bytes
    sizes: tuple[QSizeF, ...]
    whole: bool = True


@contextmanager
def opened(data: bytes) -> Iterator["PdfDocument"]:
    """A pack to read from, with PDFium to oneself as long as the context lasts.

    What is read of it belongs to the context too: freed later, it would be freed amid the work of
    another thread.
    """
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def pages_of(data: bytes, *, whole: bool = True) -> Pages:
    """The pages of a pack."""
    with opened(data) as document:
        sizes = tuple(QSizeF(*page.get_size()) for page in document)
    return Pages(data, sizes, whole)


def picture_of(pages: Pages, place: int, scale: float) -> QImage:
    """One page as an image, ``scale`` pixels for each point."""
    with opened(pages.data) as document:
        drawn = document[place].render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        ).copy()
        drawn.close()
    return image


def word_at(pages: Pages, place: int, x: float, y: float) -> str:
    """The word at a point of a page, measured in points from its top left; empty for none."""
    with opened(pages.data) as document:
        page = document[place]
        text = page.get_textpage()
        index = text.get_index(x, page.get_height() - y, _REACH, _REACH)
        whole = text.get_text_range() if index is not None else ""
    if index is None or not 0 <= index < len(whole) or whole[index].isspace():
        return ""
    start, end = index, index
    while start and not whole[start - 1].isspace():
        start -= 1
    while end < len(whole) and not whole[end].isspace():
        end += 1
    return whole[start:end]


def first_pages(pages: Pages, numbers: Collection[str]) -> dict[str, int]:
    """The page on which each of these numbers of items stands first, where it does at all."""
    found: dict[str, int] = {}
    with opened(pages.data) as document:
        for place in range(len(pages.sizes)):
            words = set(document[place].get_textpage().get_text_range().split())
            for number in words & set(numbers):
                found.setdefault(number, place)
    return found
