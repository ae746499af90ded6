"""Pages without colour: what is late and what is vague stay apart by hatch and frame alone."""

from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from packs_read_back import sample_pack
from strategy_planner.briefing.drawing import ShapePainter
from strategy_planner.briefing.fonts import measure, register_fonts
from strategy_planner.layout.roadmap.legend import legend
from strategy_planner.layout.roadmap.options import paper_options
from strategy_planner.layout.shapes import Rect
from strategy_planner.layout.theme import theme

_WIDTH, _HEIGHT, _SCALE = 120, 40, 8


def _sample_bars(sign):
    options = paper_options(770.0, era=True, wide=False)
    shapes = legend([sign], _WIDTH, "en", measure, options)[0]
    return [shape for shape in shapes if isinstance(shape, Rect)]


def _grey(bar):
    """The bar alone, as a grey printer shows it: rows of lightness from 0 to 255."""
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), initialFontName="NotoSansJP-Regular")
    ShapePainter(canvas, _HEIGHT, theme("light"), "en").paint([bar], 0, 5)
    canvas.save()
    page = pypdfium2.PdfDocument(buffer.getvalue())[0]
    pixels = np.asarray(page.render(scale=_SCALE).to_pil().convert("L"), dtype=float)
    left, top = round(bar.x * _SCALE), round((bar.y + 5) * _SCALE)
    right, bottom = (
        round((bar.x + bar.width) * _SCALE),
        round((bar.y + bar.height + 5) * _SCALE),
    )
    return pixels[top:bottom, left:right]


def _slope(grey):
    """Above nought where dark lines rise to the right ("/"), below where they fall."""
    edge = 2 * _SCALE
    inner = grey[edge:-edge, edge:-edge]
    down, right = np.gradient(inner)
    return -float((down * right).sum()) / float((down**2 + right**2).sum())


def _hatched(sign):
    return next(bar for bar in _sample_bars(sign) if bar.pattern is not None)


def test_late_and_vague_are_hatched_in_opposite_directions_in_grey():
    late, vague = _slope(_grey(_hatched("late"))), _slope(_grey(_hatched("vague")))
    assert late * vague < 0
    assert min(abs(late), abs(vague)) > 0.2


def test_late_has_a_dark_frame_in_grey():
    grey = _grey(_hatched("late"))
    sides = (grey[:3].mean(), grey[-3:].mean(), grey[:, :3].mean(), grey[:, -3:].mean())
    assert max(sides) < 140
    assert grey[2 * _SCALE : -2 * _SCALE, 2 * _SCALE : -2 * _SCALE].mean() > max(sides) + 40


@pytest.mark.parametrize(
    ("language", "late", "vague"),
    [("ja", "間に合わないもの", "時期があいまい"), ("en", "Too late", "Vague")],
)
def test_a_roadmap_page_keeps_late_and_vague_apart_in_grey(language, late, vague):
    pack = sample_pack("worked_example", language)
    heads = {"ja": "ロードマップ", "en": "Roadmap"}
    page = next(
        pack.document[n]
        for n, text in enumerate(pack.pages)
        if text.lstrip().startswith(heads[language])
    )
    assert _slope(_left_of(page, late)) * _slope(_left_of(page, vague)) < 0


def _left_of(page, words):
    """The end of the legend's bar before the words, without colour."""
    texts = page.get_textpage()
    found, legend_search = None, texts.search(words)
    while (place := legend_search.get_next()) is not None:
        found = place
    left, bottom, _, top = texts.get_charbox(found[0])
    pixels = page.render(scale=_SCALE).to_pil().convert("L")
    middle = page.get_height() - (bottom + top) / 2
    box = (left - 11, middle - 3.4, left - 4.2, middle + 3.4)
    return np.asarray(pixels.crop([round(edge * _SCALE) for edge in box]), dtype=float)
