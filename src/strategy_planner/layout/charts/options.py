"""The measures of a chart on a surface."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """Sizes in pixels or points; ``unit`` scales lines, gaps and marks.

    ``height`` is that of the plot with its axis; the legend stands under it. A chart that cannot be
    read in this size becomes larger.
    """

    width: float
    height: float = 220.0
    text: float = 11.0
    small: float = 10.0
    unit: float = 1.0
    ground: str = "surface"
    era: bool = True
    """Whether the years have a second line with those of the era, in Japanese."""

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.text * 1.35

    def scaled(self, factor: float) -> "ChartOptions":
        """The same with larger text: everything but the width grows."""
        return replace(
            self,
            height=round(self.height * factor),
            text=round(self.text * factor),
            small=round(self.small * factor),
            unit=self.unit * factor,
        )


def paper_chart(width: float, height: float, *, era: bool = True) -> ChartOptions:
    """The measures in points for a page (VISUAL 10)."""
    return ChartOptions(width, height, text=7.6, small=7.2, unit=0.62, era=era)
