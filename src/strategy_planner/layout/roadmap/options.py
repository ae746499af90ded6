"""The measures of a roadmap on a surface, and what of the plan it shows."""

from dataclasses import dataclass, replace
from typing import Literal

Grouping = Literal["track", "owner", "area"]
"""What the lanes of a roadmap stand for."""
RowOrder = Literal["by_time", "by_links"]
"""How items that leave each other room share rows: in the order of time, as paper is read from
the top; or so that links run short, which keeps still under small edits.
"""
NEAR_SHARE = 1.75
"""How much wider than a far year a near one is (VISUAL 6)."""


@dataclass(frozen=True, slots=True)
class RoadmapOptions:
    """Sizes in pixels or points (VISUAL 6); ``unit`` scales lines, gaps and marks."""

    width: float
    row: float = 26.0
    bar: float = 16.0
    lane_width: float = 156.0
    text: float = 12.0
    small: float = 10.0
    header: float = 44.0
    review_strip: float = 0.0
    """How much of the header the marks of the reviews take."""
    unit: float = 1.0
    ground: str = "surface"
    """The token behind the bars: ``surface``, on dark screens ``canvas``."""
    era: bool = True
    """Whether the header has the second line with the years of the era."""
    near_years: int = 3
    near_share: float = NEAR_SHARE
    least_year: float = 0.0
    """No far year becomes narrower than this; the chart grows beyond ``width`` instead."""
    below_width: float = 0.0
    """The width of notes and tray under the chart, where it is not the chart's own."""
    far_blocks: bool = False
    """Whether far years stand together, five in a column."""
    divided: bool = False
    """Whether years that are wide enough show their quarters or months."""
    division_strip: float = 0.0
    """How much of the header their names take."""
    tray_boxed: bool = True
    """Whether each undated item stands in a box; else they run on, in less height."""
    lanes: Grouping = "track"
    rows: RowOrder = "by_time"

    def over(self, width: float, below_width: float = 0.0) -> "RoadmapOptions":
        """The same over another width."""
        return replace(self, width=width, below_width=below_width)

    def scaled(self, factor: float) -> "RoadmapOptions":
        """The same with larger text: everything but the width grows."""
        return replace(
            self,
            row=round(self.row * factor),
            bar=round(self.bar * factor),
            lane_width=round(self.lane_width * factor),
            text=round(self.text * factor),
            small=round(self.small * factor),
            header=round(self.header * factor),
            unit=self.unit * factor,
            least_year=self.least_year * factor,
        )


def paper_options(width: float, *, era: bool = True, wide: bool = False) -> RoadmapOptions:
    """The measures in points for a page; ``wide`` is A3 (VISUAL 6 and 10)."""
    share = 18.0 / 14.5 if wide else 1.0
    return RoadmapOptions(
        width=width,
        row=14.5 * share,
        bar=10.0 * share,
        lane_width=104.0 * share,
        text=7.6 * share,
        small=7.2 * share,
        header=28.0 * share,
        unit=0.62 * share,
        era=era,
    )
