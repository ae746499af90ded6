"""Marks, kinds and badges: told apart by shape, inside their box, in colours of the theme."""

from itertools import combinations
from typing import get_args

import pytest

from strategy_planner.layout import badges, marks
from strategy_planner.layout.kind_shapes import kind_mark, node_shape
from strategy_planner.layout.shapes import Ellipse, Label, Polygon, Polyline, Rect, Stroke
from strategy_planner.layout.theme import contrast, theme
from strategy_planner.layout.tracks import ordered_tracks, track_colours, track_token
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import NodeKind, Track

LINE = Stroke("ink", 1.0)
MARKS = {
    "error": marks.severity_mark("error", 0, 0, 16),
    "warning": marks.severity_mark("warning", 0, 0, 16),
    "note": marks.severity_mark("note", 0, 0, 16),
    "refusal": marks.refusal_mark(0, 0, 16),
    "missing": marks.missing_means_mark(0, 0, 16),
    "check": marks.check_mark(0, 0, 16, "ok"),
    "milestone": marks.milestone_mark(0, 0, 16, "ink", LINE),
    "decision": marks.decision_mark(0, 0, 16, "ink", LINE),
    "review": marks.review_mark(0, 0, 16),
    "gate": marks.gate_mark(0, 0, 16),
    **{f"kind {kind}": kind_mark(kind, 0, 0, 16) for kind in get_args(NodeKind)},
    **{
        f"badge {kind}": badges.badge_mark(kind, 0, 0, 16)
        for kind in ("risk", "assumption", "obstacle", "signpost", "trend", "kpi")
    },
    "broken": badges.badge_mark("assumption", 0, 0, 16, broken=True),
}


def points(shape):
    if isinstance(shape, Polygon | Polyline):
        return list(shape.points)
    if isinstance(shape, Rect | Ellipse):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    return [(shape.x, shape.y)]


def form(shapes):
    """The shapes without their colours."""
    return tuple((type(shape), tuple(points(shape))) for shape in shapes)


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_stays_in_its_square(name):
    for shape in MARKS[name]:
        assert all(abs(x) <= 9.1 and abs(y) <= 9.1 for x, y in points(shape))


def test_all_marks_differ_in_shape_and_not_in_colour_alone():
    for one, other in combinations(MARKS, 2):
        same = {one, other} <= {"kind vision", "kind image"}
        assert same or form(MARKS[one]) != form(MARKS[other]), (one, other)


def test_vision_and_image_differ_by_fill_and_roundness():
    vision, image = (node_shape(k, 0, 0, 180, 60, "surface", LINE)[0] for k in ("vision", "image"))
    assert (vision.fill, image.fill) == ("accent", "surface")
    assert vision.radius != image.radius


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", MARKS)
def test_a_mark_uses_colours_of_the_theme(name, scheme):
    known = theme(scheme)
    for shape in MARKS[name]:
        if isinstance(shape, Label):
            assert known.colour(shape.colour)
            continue
        for token in (getattr(shape, "fill", None), shape.stroke and shape.stroke.colour):
            assert token is None or known.colour(token).startswith("#")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("track", range(1, 18))
def test_words_on_a_track_are_readable_and_its_pattern_is_seen(scheme, track):
    known = theme(scheme)

    def colour(part: str) -> str:
        return known.colour(track_token(track, part))

    assert contrast(colour("on"), colour("solid")) >= 4.5
    assert contrast(colour("mark"), colour("solid")) >= 1.5
    assert contrast(known.colour("ink"), colour("soft")) >= 4.5


def test_tracks_take_their_order_and_keep_a_named_colour():
    plan = Plan.from_records(
        [Track(id="c"), Track(id="a", order=2, color="plum"), Track(id="b", order=1, color="red")]
    )
    assert [track.id for track in ordered_tracks(plan)] == ["b", "a", "c"]
    assert track_colours(plan) == {None: 7, "b": 1, "a": 4, "c": 2}


def test_many_tracks_never_take_the_colour_of_those_without_one():
    plan = Plan.from_records([Track(id=f"t{index}") for index in range(12)])
    colours = track_colours(plan)
    assert len(set(colours.values())) == 13
    assert [colours[f"t{index}"] for index in (6, 7)] == [8, 9]
    assert theme("light").pattern(9) != theme("light").pattern(1)
