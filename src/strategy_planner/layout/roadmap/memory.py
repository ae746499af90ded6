"""What was laid out before: after an edit only what it changed is worked out anew."""

from dataclasses import dataclass, field

from strategy_planner.layout.roadmap.entries import Entry
from strategy_planner.layout.roadmap.rows import Placed


@dataclass(slots=True)
class Memory:
    """Results by item id, each with what it was made from; kept by a view between two edits."""

    entries: dict[str, tuple[tuple[object, ...], Entry | None]] = field(default_factory=dict)
    placed: dict[str, Placed] = field(default_factory=dict)
    frame: tuple[object, ...] = ()
    """Axis, limits and measures for which ``placed`` holds."""

    def placed_in(self, *frame: object) -> dict[str, Placed]:
        """The items as placed in this frame; nothing, where it is another one."""
        if frame != self.frame:
            self.frame = frame
            self.placed = {}
        return self.placed
