"""The structure of a pack as a screen reader meets it, and what on the pages belongs to none."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

ARTIFACT = "artifact"


@dataclass
class Part:
    """An element with its text in reading order."""

    tag: str
    alt: str
    attributes: dict
    children: list = field(default_factory=list)
    """Elements, and (page, mark, text) of what stands in it directly."""
    links: list = field(default_factory=list)

    @property
    def text(self):
        """All text inside, in reading order."""
        return "".join(c.text if isinstance(c, Part) else c[2] for c in self.children)

    def all(self, *tags):
        """The element and all inside with one of the tags, in reading order."""
        found = [self] if self.tag in tags else []
        for child in self.children:
            if isinstance(child, Part):
                found += child.all(*tags)
        return found

    @property
    def marks(self):
        """(page, mark) of all inside, in reading order."""
        marks = []
        for child in self.children:
            marks += child.marks if isinstance(child, Part) else [child[:2]]
        return marks


def structure_of(pack):
    """The tree of a pack."""
    texts = [dict_of_marks(strokes) for strokes in map(strokes_of, pack.document)]
    numbers = {page.indirect_reference.idnum: index for index, page in enumerate(pack.reader.pages)}
    return _part(pack.reader.root_object["/StructTreeRoot"]["/K"], numbers, texts)


def strokes_of(page):
    """(mark, text) of each stroke on a page, in order; the mark is a number, artifact or None."""
    texts = pdfium.FPDFText_LoadPage(page.raw)
    strokes = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        stroke = pdfium.FPDFPage_GetObject(page.raw, index)
        strokes.append((_mark(stroke), _text(stroke, texts)))
    pdfium.FPDFText_ClosePage(texts)
    return strokes


def dict_of_marks(strokes):
    """The text of each numbered mark."""
    found = {}
    for mark, text in strokes:
        found[mark] = found.get(mark, "") + text
    return found


def languages_of(page):
    """(language, text) of the strokes that are marked as of another language."""
    texts = pdfium.FPDFText_LoadPage(page.raw)
    found = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        stroke = pdfium.FPDFPage_GetObject(page.raw, index)
        for number in range(pdfium.FPDFPageObj_CountMarks(stroke)):
            mark = pdfium.FPDFPageObj_GetMark(stroke, number)
            if _name(mark) == "Span":
                found.append((_parameter(mark, b"Lang"), _text(stroke, texts)))
    return found


def _part(element, numbers, texts):
    attributes = element.get("/A", {})
    part = Part(element["/S"][1:], element.get("/Alt", ""), dict(attributes))
    kids = element.get("/K", [])
    here = numbers[element.raw_get("/Pg").idnum] if "/Pg" in element else None
    for each in kids if isinstance(kids, list) else [kids]:
        kid = each.get_object()
        if isinstance(kid, int):
            _add_mark(part, here, int(kid), texts)
        elif kid.get("/Type") == "/MCR":
            _add_mark(part, numbers[kid.raw_get("/Pg").idnum], int(kid["/MCID"]), texts)
        elif kid.get("/Type") == "/OBJR":
            part.links.append(kid["/Obj"])
        else:
            part.children.append(_part(kid, numbers, texts))
    return part


def _add_mark(part, page, mark, texts):
    part.children.append((page, mark, texts[page].get(mark, "")))


def _mark(stroke):
    for number in range(pdfium.FPDFPageObj_CountMarks(stroke)):
        mark = pdfium.FPDFPageObj_GetMark(stroke, number)
        if _name(mark) == "Artifact":
            return ARTIFACT
        value = ctypes.c_int()
        if pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", value):
            return value.value
    return None


def _name(mark):
    return _utf16(lambda *room: pdfium.FPDFPageObjMark_GetName(mark, *room))


def _parameter(mark, key):
    return _utf16(lambda *room: pdfium.FPDFPageObjMark_GetParamStringValue(mark, key, *room))


def _utf16(get):
    length = ctypes.c_ulong()
    get(None, 0, length)
    room = ctypes.create_string_buffer(length.value)
    get(ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length.value, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


def _text(stroke, texts):
    if pdfium.FPDFPageObj_GetType(stroke) != pdfium.FPDF_PAGEOBJ_TEXT:
        return ""
    length = pdfium.FPDFTextObj_GetText(stroke, texts, None, 0)
    room = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(
        stroke, texts, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return room.raw.decode("utf-16-le").rstrip("\0")
