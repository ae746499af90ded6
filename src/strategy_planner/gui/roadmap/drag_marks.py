"""What is painted while an item is carried: its new bar over the old, old → new on every row."""

from collections.abc import Iterator, Sequence

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.roadmap.dragging import Drag
from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.shapes import Label, Polyline, Rect, Shape, Stroke, baseline

_GAP, _PAD = 8.0, 7.0


def as_previewed(items: Sequence[Stood], drag: Drag | None) -> tuple[Stood, ...]:
    """The items as they would stand."""
    preview = drag.preview if drag is not None else None
    return tuple(items) if preview is None else tuple(preview.stood.get(s.id, s) for s in items)


def period_under(view: Viewport, drag: Drag) -> tuple[Shape, ...]:
    """The period into which an undated item would be put."""
    if not drag.from_tray or drag.here is None or drag.step is None:
        return ()
    chart = view.layout.chart
    _, window = chart.axis.period_at(drag.here[0] + view.scroll_x)
    left, right = chart.axis.x(window.first), chart.axis.x(window.last)
    return (Rect(left, chart.top, right - left, chart.bottom - chart.top, "accentWeak"),)


def places_before(view: Viewport, drag: Drag) -> Iterator[Shape]:
    """Where bars stood, and where a vision would come to stand, in dashes."""
    preview, chart = drag.preview, view.layout.chart
    if preview is None:
        return
    options = view.layout.parts.options
    dashes = Stroke("control", 1.2, (4.0, 3.0))
    for item, new in preview.stood.items():
        old, height = chart.by_id[item].placed.geometry.bar, options.bar
        if old != new.placed.geometry.bar:
            top = new.centre - height / 2
            yield Rect(old.left, top, old.width, height, None, dashes, radius=2)
    for x in preview.visions:
        yield Polyline(((x, chart.top), (x, chart.bottom)), Stroke("accent", 2.0, (6.0, 4.0)))


def effect_chips(view: Viewport, items: Sequence[Stood], drag: Drag) -> Iterator[Shape]:
    """Old → new beside each bar that would move."""
    preview, options = drag.preview, view.layout.parts.options
    if preview is None:
        return
    first, last = view.scroll_x + view.lanes + 4, view.scroll_x + view.width - 4
    for stood in items:
        text = preview.words.get(stood.id)
        if text is None:
            continue
        extent = stood.placed.extent
        width = measure(text, options.small, 500) + 2 * _PAD
        left = extent.right + _GAP
        if left + width > last:
            left = max(min(extent.left - _GAP, last) - width, first)
        yield from _chip(left, stood.centre, text, options.small, "ink")


def pointer_chip(view: Viewport, drag: Drag) -> tuple[Shape, ...]:
    """The date as it would be written, at the pointer, and where the plan would then stand; why
    not, where it cannot be.
    """
    if drag.here is None or not drag.said:
        return ()
    size = view.layout.parts.options.text
    x, y = drag.here
    width = measure(drag.said, size, 700) + 2 * _PAD
    left = max(min(x + 12, view.width - width - 4), 4)
    top = min(y + 26, view.height - 2 * size - 12)
    chip = _chip(left, top, drag.said, size, "accent" if drag.refusal is None else "late", 700)
    verdict = drag.preview.verdict if drag.preview else None
    if verdict is None:
        return chip
    bad, words = verdict
    left = max(min(x + 12, view.width - measure(words, size, 700) - 2 * _PAD - 4), 4)
    below = top + size + 12
    return (*chip, *_chip(left, below, words, size, "late" if bad else "ok", 700))


def _chip(
    left: float, centre: float, text: str, size: float, colour: str, weight: int = 500
) -> tuple[Shape, ...]:
    width, height = measure(text, size, 700 if weight == 700 else 500) + 2 * _PAD, size + 8
    edge = "accentLine" if colour == "ink" else colour
    frame = Rect(left, centre - height / 2, width, height, "raised", Stroke(edge), radius=4)
    words = Label(
        left + _PAD, baseline(centre, size), text, size, colour, 700 if weight == 700 else 500
    )
    return (frame, words)
