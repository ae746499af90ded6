"""Which part of a roadmap a window shows, and how its points map to the picture's."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import ceil

from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.roadmap.picture import RoadmapLayout


@dataclass(frozen=True, slots=True)
class Viewport:
    """A window on a layout: header and lane names stay, the foot stays at the lower edge."""

    layout: RoadmapLayout
    width: float
    height: float
    scroll_x: float = 0.0
    scroll_y: float = 0.0

    @property
    def lanes(self) -> float:
        """The width of the fixed column."""
        return self.layout.parts.options.lane_width

    @property
    def header(self) -> float:
        """The height of the fixed header."""
        return self.layout.parts.options.header

    @property
    def foot_height(self) -> float:
        """The height of the strip with the words of the lines, in whole pixels."""
        return ceil(self.layout.notes_top - self.layout.foot_top)

    @property
    def foot_floats(self) -> bool:
        """Whether the chart goes on below the window, so that the foot stands on its edge."""
        return self.layout.foot_top - self.scroll_y > self.height - self.foot_height

    @property
    def foot_y(self) -> float:
        """Where the foot stands in the window."""
        if self.foot_floats:
            return self.height - self.foot_height
        return self.layout.foot_top - self.scroll_y

    @property
    def below_y(self) -> float:
        """Where notes and tray begin in the window."""
        return max(self.layout.notes_top - self.scroll_y, self.header)

    def point(self, x: float, y: float) -> tuple[float, float] | None:
        """The point of the picture under a point of the window; None in header and lanes.

        Notes and tray below the chart do not follow sideways.
        """
        if not self.foot_floats and y >= self.below_y:
            return x, y + self.scroll_y
        if y < self.header or x < self.lanes:
            return None
        if self.foot_floats and y >= self.foot_y:
            return x + self.scroll_x, self.layout.foot_top + y - self.foot_y
        return x + self.scroll_x, y + self.scroll_y

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture stands in the window, seen or not: the way back."""
        layout = self.layout
        if y >= layout.notes_top:
            return x, y - self.scroll_y
        if y >= layout.foot_top:
            return x - self.scroll_x, y - layout.foot_top + self.foot_y
        return x - self.scroll_x, y - self.scroll_y

    def shows(self, stood: Stood) -> bool:
        """Whether any part of an item lies between the left and right edge of the chart."""
        extent, edge = stood.placed.extent, 2 * self.layout.parts.options.row
        left = self.scroll_x + self.lanes - edge
        return extent.right > left and extent.left < self.scroll_x + self.width + edge

    def rows_between(self, top: float, bottom: float) -> tuple[Stood, ...]:
        """The items whose rows meet a strip of the window."""
        items, half = self.layout.chart.items, self.layout.parts.options.row / 2 + 4
        first = bisect_left(items, top + self.scroll_y - half, key=_centre)
        last = bisect_right(items, bottom + self.scroll_y + half, key=_centre)
        return items[first:last]


def _centre(stood: Stood) -> float:
    return stood.centre
