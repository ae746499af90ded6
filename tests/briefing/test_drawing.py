"""The painter on paper, looked at as pixels: the picture's y runs down, colours are tokens."""

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from strategy_planner.briefing.drawing import ShapePainter
from strategy_planner.briefing.fonts import register_fonts
from strategy_planner.layout import shapes as s
from strategy_planner.layout.theme import theme

SIZE = 60


def _pixels(*shapes):
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(SIZE, SIZE), initialFontName="NotoSansJP-Regular")
    ShapePainter(canvas, SIZE, theme("light"), "en").paint(shapes)
    canvas.save()
    image = pypdfium2.PdfDocument(buffer.getvalue())[0].render(scale=2).to_pil().convert("RGB")
    return lambda x, y: image.getpixel((round(x * 2), round(y * 2)))


WHITE, RED = (255, 255, 255), (255, 0, 0)


def _is(colour, expected):
    return all(abs(a - b) < 12 for a, b in zip(colour, expected, strict=True))


def test_a_rectangle_stands_where_it_is_put_from_the_top():
    at = _pixels(s.Rect(10, 5, 20, 10, "#FF0000"))
    assert _is(at(20, 10), RED)
    assert _is(at(20, 18), WHITE)
    assert _is(at(5, 10), WHITE)


def test_round_corners_are_left_out():
    at = _pixels(s.Rect(10, 10, 40, 40, "#FF0000", radius=20))
    assert _is(at(30, 30), RED)
    assert _is(at(12, 12), WHITE)
    assert _is(at(30, 11), RED)


@pytest.mark.parametrize("kind", ["diag", "back", "dots", "vert", "horiz", "cross", "check"])
def test_a_pattern_covers_part_of_its_shape_and_nothing_outside(kind):
    at = _pixels(s.Rect(10, 10, 40, 40, "#FFFFFF", None, s.Pattern(kind, "#FF0000", 8, 1.5)))
    inside = [at(x / 2, y / 2) for x in range(24, 96) for y in range(24, 96)]
    painted = sum(not _is(colour, WHITE) for colour in inside)
    assert 0.05 < painted / len(inside) < 0.9
    outside = [at(x, y) for x in range(60) for y in (4, 56)]
    assert all(_is(colour, WHITE) for colour in outside)


def test_late_and_vague_hatches_lean_against_each_other():
    def leans_right(kind):
        at = _pixels(s.Rect(0, 0, 60, 60, None, None, s.Pattern(kind, "#FF0000", 20, 3)))
        xs = [x for x in range(2, 58) if not _is(at(x, 30), WHITE)]
        above = [x for x in range(2, 58) if not _is(at(x, 26), WHITE)]
        shifted = [x + 4 in above for x in xs if 6 < x < 50]
        return sum(shifted) > len(shifted) / 2

    assert leans_right("diag")
    assert not leans_right("back")


def test_a_clip_hides_what_stands_outside_it():
    at = _pixels(
        s.Clip(10, 10, 20, 20, (s.Rect(0, 0, 60, 60, "#FF0000"),)), s.Rect(50, 50, 5, 5, "#00FF00")
    )
    assert _is(at(20, 20), RED)
    assert _is(at(40, 20), WHITE)
    assert _is(at(52, 52), (0, 255, 0))


def test_a_fade_runs_from_its_colour_to_its_ground():
    at = _pixels(s.Fade(0, 20, 60, 20, "#FF0000", "#FFFFFF"))
    assert at(3, 30)[1] < 40
    assert at(57, 30)[1] > 215
    assert _is(at(30, 10), WHITE)


def test_lines_ellipses_polygons_and_curves_are_drawn():
    at = _pixels(
        s.Polyline(((5, 5), (30, 5), (30, 55)), s.Stroke("#FF0000", 4), radius=8),
        s.Ellipse(40, 40, 16, 16, "#00FF00"),
        s.Polygon(((5, 40), (15, 40), (10, 55)), "#0000FF"),
        s.Arc(((35, 5), (45, 5), (55, 10), (55, 30)), s.Stroke("#FF00FF", 4)),
    )
    assert _is(at(15, 5), RED)
    assert _is(at(30, 40), RED)
    assert _is(at(48, 48), (0, 255, 0))
    assert _is(at(10, 44), (0, 0, 255))
    assert _is(at(55, 29), (255, 0, 255))


def test_a_label_ends_or_centres_where_it_is_told():
    def columns(anchor):
        at = _pixels(s.Label(30, 40, "田田", 10, "#000000", 700, anchor))
        return [x for x in range(60) if any(not _is(at(x, y), WHITE) for y in range(30, 42))]

    assert columns("start")[0] >= 29
    assert columns("end")[-1] <= 31
    assert abs((columns("middle")[0] + columns("middle")[-1]) / 2 - 30) < 2
