"""A tagged, archivable document (PDF/UA-1, PDF/A-2a) around ReportLab's canvas.

ReportLab draws the pages and embeds the fonts; it knows neither tags nor archives. So the file is
written here, from its objects and from the structure that the pages left behind.
"""

import datetime as dt
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from strategy_planner.briefing.fonts import font_name, register_fonts
from strategy_planner.briefing.metadata import PROGRAM, Metadata
from strategy_planner.briefing.object_streams import compressed, pdf_file
from strategy_planner.briefing.references import References
from strategy_planner.briefing.sheet import OutlineEntry, Sheet
from strategy_planner.briefing.structure import Structure
from strategy_planner.briefing.structure_objects import StructureObjects
from strategy_planner.bundled import bundled
from strategy_planner.layout.theme import Theme

_STREAM_END = b"endstream\n"


class _AsWritten(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A value that stands in the file as it is."""

    def __init__(self, written: str) -> None:
        self._written = written

    def format(self, document: object) -> bytes:
        del document
        return self._written.encode()


class TaggedDocument:
    """A document that is being drawn, page by page."""

    def __init__(
        self,
        size: tuple[float, float],
        metadata: Metadata,
        references: References,
        outline: Sequence[OutlineEntry] = (),
    ) -> None:
        register_fonts()
        self._size = size
        self._metadata = metadata
        self._references = references
        self._outline = outline
        self._structure = Structure()
        self._canvas = Canvas(
            None,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            lang=metadata.language,
            initialFontName=font_name(400),
            initialFontSize=10,
            pdfVersion=(1, 7),
        )
        self._pdf: Any = self._canvas._doc  # noqa: SLF001 - ReportLab has no other way in
        _fix_time(self._pdf, metadata.moment)
        self._canvas.setTitle(metadata.title)
        self._canvas.setAuthor(metadata.author)
        self._canvas.setSubject(metadata.subject)
        self._canvas.setCreator(PROGRAM)
        self._canvas.setProducer(PROGRAM)
        self._canvas.setKeywords(list(metadata.keywords))
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        if outline:
            self._canvas.showOutline()

    @contextmanager
    def page(self, theme: Theme, scale: float = 1.0) -> Iterator[Sheet]:
        """Draw the next page; its lengths are in units of ``scale`` points."""
        width, height = self._size
        self._canvas.scale(scale, scale)
        size = (width / scale, height / scale)
        sheet = Sheet(
            self._canvas,
            size,
            scale,
            theme,
            self._structure,
            self._references,
            self._outline,
        )
        yield sheet
        sheet.finish()
        self._canvas.showPage()
        _compress(self._pdf.Pages.pages[-1])

    def file(self) -> bytes:
        """The whole document, the same bytes for the same pages and metadata."""
        pdf = self._pdf
        for font in pdf.delayedFonts:
            font.addObjects(pdf)
        root, info = pdf.Reference(pdf.Catalog), pdf.Reference(pdf.info)
        pdf.Outlines.prepare(pdf, self._canvas)
        if pdf.Outlines.ready < 0:
            pdf.Catalog.Outlines = None
        number = {name: n for name, (n, _) in pdf.idToObjectNumberAndVersion.items()}
        pages = [number[f"Page{n}"] for n in range(1, len(pdf.Pages.pages) + 1)]
        own = self._own_objects(pages)
        # Objects may ask for others while they are written.
        drawn: dict[int, bytes] = {}
        while missing := [n for n in pdf.numberToId if n not in drawn]:
            for each in missing:
                drawn[each] = _formatted(pdf, pdf.idToObject[pdf.numberToId[each]])
        objects = chain(drawn.items(), own)
        return pdf_file(objects, pdf.objectcounter, number[root.name], number[info.name])

    def _own_objects(self, pages: list[int]) -> Iterator[tuple[int, bytes]]:
        """What ReportLab does not know, numbered after what it knows by now."""
        pdf = self._pdf
        profile = pdf.objectcounter + 1
        metadata, tags = profile + 1, StructureObjects(self._structure, profile + 2)
        pdf.objectcounter = tags.end - 1
        _add_keys(
            pdf.Catalog,
            MarkInfo="<</Marked true>>",
            StructTreeRoot=f"{tags.tree} 0 R",
            Metadata=f"{metadata} 0 R",
            OutputIntents="[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]",
        )
        for place, page in enumerate(pdf.Pages.pages):
            links = " ".join(f"{number} 0 R" for number in tags.links_of(place))
            page.Annots = _AsWritten(f"[{links}]") if links else None
            _add_keys(page, StructParents=place, Tabs="/S")
        colours = bundled("resources", "colours", "sRGB.icc").read_bytes()
        xmp = self._metadata.xmp()
        head = b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(xmp)
        standing = [
            (profile, compressed(colours, b"/N 3")),
            (metadata, head + b"\nstream\n" + xmp + b"\nendstream"),
        ]
        return chain(standing, tags.objects(pages))


def _formatted(pdf: Any, thing: Any) -> bytes:
    """One of ReportLab's objects; a stream with the line end that PDF/A asks for behind it."""
    body: bytes = pdfdoc.format(thing, pdf, toplevel=1)
    return body.removesuffix(_STREAM_END) + b"\nendstream" if body.endswith(_STREAM_END) else body


def _add_keys(dictionary: Any, **keys: object) -> None:
    """Give a page or the catalogue keys that ReportLab does not know, as they are written."""
    known = dictionary.__NoDefault__
    dictionary.__NoDefault__ = [*known, *(key for key in keys if key not in known)]
    for key, value in keys.items():
        setattr(dictionary, key, value)


def _compress(page: Any) -> None:
    """Keep the strokes of a finished page compressed."""
    packed = zlib.compress(pdfdoc.pdfdocEnc(page.stream))
    page.Contents = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}), packed
    )
    page.stream = None


def _fix_time(pdf: Any, moment: dt.datetime) -> None:
    """Stamp the file with a moment instead of the clock's."""
    stamp = pdf._timeStamp  # noqa: SLF001 - ReportLab offers the environment only
    offset = moment.utcoffset() or dt.timedelta()
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    stamp.dhh, stamp.dmm = divmod(int(offset.total_seconds()) // 60, 60)
    stamp.tzname = "UTC"
