import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from strategy_planner.gui.fonts import FAMILIES, font, measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import (
    Clip,
    Ellipse,
    Fade,
    Label,
    Pattern,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
)
from strategy_planner.layout.theme import theme

LATE = theme("light").colour("late").lower()
PAPER = "#ffffff"

pytestmark = pytest.mark.usefixtures("qapp")


def painted(*shapes: Shape, scheme="light") -> QImage:
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    shape_painter(scheme).paint(painter, shapes)
    painter.end()
    return image


def colours(image: QImage, x0=0, y0=0, x1=60, y1=40) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(x0, x1) for y in range(y0, y1)}


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def test_a_rectangle_fills_whole_pixels_and_its_edge_stays_inside():
    image = painted(Rect(10, 10, 20, 10, "late", Stroke("ink", 1)))
    assert at(image, 15, 15) == LATE
    assert at(image, 10, 15) == theme("light").colour("ink").lower()
    assert at(image, 9, 15) == at(image, 30, 15) == PAPER


def test_a_hairline_is_one_sharp_row_of_pixels():
    image = painted(Polyline(((5, 20), (50, 20)), Stroke("late", 1)))
    assert colours(image) == {PAPER, LATE}


@pytest.mark.parametrize("kind", ["diag", "back", "dots", "vert", "horiz", "cross", "check"])
def test_a_pattern_shows_its_colour_and_its_ground_and_stays_inside(kind):
    image = painted(Rect(10, 10, 30, 20, "surface", None, Pattern(kind, "late", 5, 1.5)))
    inside = colours(image, 12, 12, 38, 28)
    assert len(inside) > 1
    assert any(QColor(c).saturation() > 120 for c in inside)
    outside = colours(image, 0, 0, 9, 40) | colours(image, 42, 0, 60, 40)
    assert outside == {PAPER}


def test_late_and_vague_hatches_lean_opposite_ways():
    def leans_right(kind: str) -> bool:
        image = painted(Rect(0, 0, 60, 40, None, None, Pattern(kind, "late", 12, 2)))
        dark = {
            (x, y) for x in range(60) for y in range(40) if image.pixelColor(x, y).green() < 120
        }
        up = sum((x + 1, y - 1) in dark for x, y in dark)
        down = sum((x + 1, y + 1) in dark for x, y in dark)
        return up > down

    assert leans_right("diag")
    assert not leans_right("back")


def test_a_fade_begins_with_its_fill_and_ends_with_what_lies_behind():
    ground = Rect(0, 0, 60, 40, "accentWeak")
    image = painted(ground, Fade(0, 0, 60, 40, "late", "surface"))
    behind = painted(ground).pixelColor(58, 20)
    assert image.pixelColor(1, 20).green() < 60
    assert abs(image.pixelColor(58, 20).green() - behind.green()) < 8


def test_a_clip_hides_what_is_outside_and_ends_with_its_shapes():
    inside = Clip(10, 10, 10, 10, (Rect(0, 0, 60, 40, "late"),))
    image = painted(inside, Rect(50, 30, 5, 5, "late"))
    assert at(image, 15, 15) == LATE
    assert at(image, 25, 15) == PAPER
    assert at(image, 52, 32) == LATE


def test_polygons_ellipses_and_marks_are_filled():
    image = painted(Polygon(((0, 0), (30, 0), (0, 30)), "late"), Ellipse(40, 20, 16, 16, "late"))
    assert at(image, 5, 5) == at(image, 48, 28) == LATE
    assert at(image, 29, 29) == PAPER
    assert LATE in colours(painted(*severity_mark("error", 20, 20, 16)))


def test_a_label_ends_where_its_anchor_says():
    image = painted(Label(50, 25, "2030", 12, "late", 700, "end"))
    left = round(50 - measure("2030", 12, 700))
    assert colours(image, 51, 0) == {PAPER}
    assert colours(image, 0, 0, left - 1) == {PAPER}
    assert LATE in colours(image, left, 10, 50, 30)


def test_the_dark_scheme_paints_its_own_colours():
    image = painted(Rect(0, 0, 60, 40, "surface"), scheme="dark")
    assert at(image, 30, 20) == theme("dark").colour("surface").lower()


def test_the_bundled_family_is_used_in_whole_pixels():
    assert font(12, 700).families() == list(FAMILIES)
    assert font(11.6).pixelSize() == 12
    assert measure("1111", 12) == pytest.approx(measure("2047", 12))
