"""What was laid out before: after an edit only what it changed is worked out anew."""

from dataclasses import dataclass, field

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.roadmap.entries import Entry, Known, Undated
from strategy_planner.layout.roadmap.packing import Rows
from strategy_planner.layout.roadmap.rows import Placed
from strategy_planner.model.records import Translation

_FRAMES = 3
"""How many frames are remembered: where one is, all years, and the one before."""


@dataclass(slots=True)
class Places:
    """Items along one axis, and the rows that they were put into."""

    placed: dict[str, Placed] = field(default_factory=dict)
    rows: tuple[tuple[str, Rows], ...] = ()
    """By lane; empty before the first time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a schedule: the items with dates, and those without."""

    schedule: Schedule
    said: tuple[object, ...]
    """The language, what the lanes stand for, and the days of the choices."""
    dated: tuple[Entry, ...]
    undated: tuple[Undated, ...]
    translations: dict[str, Translation]
    """Those in which it was read."""


@dataclass(slots=True)
class Memory:
    """Results by item id, each with what it was made from; kept by a view between two edits."""

    entries: Known = field(default_factory=dict)
    reading: Reading | None = None
    """The last one, for as long as the schedule is the same."""
    frames: dict[tuple[object, ...], Places] = field(default_factory=dict)
    """By axis, limits and measures; the latest last."""

    def copy(self) -> "Memory":
        """The same to be filled elsewhere, while this one stays as it is."""
        frames = {
            frame: Places(dict(places.placed), places.rows) for frame, places in self.frames.items()
        }
        return Memory(dict(self.entries), self.reading, frames)

    def places_in(self, *frame: object) -> Places:
        """The items as placed in this frame, if it was one of the last."""
        found = self.frames.pop(frame, None) or Places()
        self.frames[frame] = found
        while len(self.frames) > _FRAMES:
            del self.frames[next(iter(self.frames))]
        return found
