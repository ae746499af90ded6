"""Pictures as SVG, read back as XML and drawn by Qt's own renderer."""

from itertools import product
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.fonts import measure
from strategy_planner.bundled import bundled
from strategy_planner.interchange.picture_svg import FAMILIES, svg_of
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout import shapes as s
from strategy_planner.layout.theme import theme
from strategy_planner.layout.view_pictures import VIEWS, view_picture

EXAMPLE = bundled("sample_projects", "worked_example.json")
SVG = "{http://www.w3.org/2000/svg}"
RED = (255, 0, 0)


def document(*shapes: s.Shape, title: str = "") -> str:
    return svg_of(s.Picture(60, 60, shapes), theme("light"), measure, title, "ja")


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - it was written a line ago


def drawn(*shapes: s.Shape):
    """The colour of a point of the picture, on white, as a renderer sees it."""
    renderer = QSvgRenderer(QByteArray(document(*shapes).encode()))
    assert renderer.isValid()
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 120, 120))
    painter.end()
    return lambda x, y: image.pixelColor(round(2 * x), round(2 * y)).getRgb()[:3]


@pytest.mark.parametrize(("view", "language"), list(product(VIEWS, ["ja", "en"])))
def test_a_view_is_whole_with_its_text_as_text(view: str, language: str) -> None:
    plan = read_plan_json(EXAMPLE.read_bytes())
    picture = view_picture(view, plan, schedule(plan), language, measure, theme("light"))
    written = svg_of(picture, theme("light"), measure, "計画", language)
    root = parsed(written)
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == "計画"
    for family in FAMILIES:
        assert family in root.attrib["font-family"]
    texts = [text for element in root.iter(f"{SVG}text") for text in element.itertext()]
    said = "".join(texts)
    shown = [node.number for node in plan.nodes.values() if node.number in said]
    if view != "pathways":  # which shows options, not items
        assert len(shown) > 0.6 * len(plan.nodes)
    assert ("か月不足" in said) == (language == "ja")
    names = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    used = {part.split(")")[0] for part in written.split("url(#")[1:]}
    assert used == names
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.attrib["x"]) <= picture.width
        assert 0 <= float(element.attrib["y"]) <= picture.height


def test_the_same_plan_gives_the_same_file() -> None:
    plan = read_plan_json(EXAMPLE.read_bytes())
    files = {
        svg_of(
            view_picture("map", plan, schedule(plan), "ja", measure, theme("light")),
            theme("light"), measure, "x", "ja",
        )
        for _ in range(2)
    }  # fmt: skip
    assert len(files) == 1


def test_text_of_a_planner_is_never_markup() -> None:
    hostile = "<script>alert('R&D')</script>\x00\x0b\ud800"
    root = parsed(document(s.Label(1, 10, hostile, 10), title=hostile).encode())
    assert root.findtext(f"{SVG}text") == "<script>alert('R&D')</script>"
    assert root.findtext(f"{SVG}title") == "<script>alert('R&D')</script>"


def test_shapes_stand_where_they_are_put(qapp: QGuiApplication) -> None:
    at = drawn(s.Rect(10, 5, 20, 10, "#FF0000"), s.Ellipse(30, 30, 20, 20, "#FF0000"))
    assert at(20, 10) == RED
    assert at(20, 18) == (255, 255, 255)
    assert at(40, 40) == RED
    assert at(31, 31) == (255, 255, 255)


def test_lines_round_their_corners_and_keep_their_ends(qapp: QGuiApplication) -> None:
    stroke = s.Stroke("#FF0000", 4)
    at = drawn(s.Polyline(((5, 10), (40, 10), (40, 50)), stroke, radius=12))
    assert at(6, 10) == RED
    assert at(40, 48) == RED
    assert at(40, 10) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["diag", "back", "dots", "vert", "horiz", "cross", "check"])
def test_a_pattern_covers_part_of_its_shape(qapp: QGuiApplication, kind: s.PatternKind) -> None:
    at = drawn(s.Rect(10, 10, 40, 40, None, None, s.Pattern(kind, "#FF0000", 8, 1.5)))
    inside = [at(x / 2, y / 2) for x in range(24, 96) for y in range(24, 96)]
    painted = sum(colour != (255, 255, 255) for colour in inside)
    assert 0.05 < painted / len(inside) < 0.9
    assert {at(x, y) for x in range(60) for y in (4, 56)} == {(255, 255, 255)}


def test_a_fade_ends_in_what_lies_behind(qapp: QGuiApplication) -> None:
    at = drawn(s.Rect(0, 0, 60, 20, "#00FF00"), s.Fade(0, 0, 60, 20, "#FF0000", "#FFFFFF"))
    assert at(1, 10)[1] < 20
    assert at(58, 10)[1] > 235
    assert at(58, 10)[2] < 20


def test_a_clip_is_written_once_and_used(qapp: QGuiApplication) -> None:
    inside = s.Rect(0, 0, 60, 60, "#FF0000")
    root = parsed(document(s.Clip(10, 10, 20, 20, (inside,)), s.Clip(10, 10, 20, 20, ())))
    (clip,) = root.iter(f"{SVG}clipPath")
    groups = list(root.iter(f"{SVG}g"))
    assert {group.attrib["clip-path"] for group in groups} == {f"url(#{clip.attrib['id']})"}
    assert len(groups) == 2
