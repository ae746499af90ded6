"""Laying out a large plan beside the window, which stays alive meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal

from strategy_planner.analysis.decisions.choice_days import Choices
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.map.layout_keeper import measure_beside
from strategy_planner.layout.roadmap.memory import Memory
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import roadmap_parts
from strategy_planner.model.plan import Plan

LARGE = 2_000
"""Plans of more items than this are laid out beside the window."""
_KEPT = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a layout is made for; the same again is at hand."""

    schedule: Schedule
    language: str
    options: RoadmapOptions
    choices: Choices

    def is_like(self, other: "Wanted") -> bool:
        """Whether nothing would have to be read or placed anew."""
        same = self.schedule is other.schedule and self.language == other.language
        return same and self.options == other.options and self.choices == other.choices


class Beside(QObject):
    """One layout at a time on another thread; what is asked for later makes the earlier void."""

    ready = Signal(object)
    """The Memory in which everything wanted is at hand."""
    _computed = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._at_hand: list[Wanted] = []
        self._wanted: Wanted | None = None
        self._ticket = 0
        self._computed.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a layout is under way."""
        return self._wanted is not None

    def is_at_hand(self, wanted: Wanted) -> bool:
        """Whether a layout takes no time, for its parts are remembered."""
        return any(wanted.is_like(other) for other in self._at_hand)

    def stop(self) -> None:
        """Nothing is waited for any more."""
        self._wanted = None

    def lay_out(self, plan: Plan, wanted: Wanted, memory: Memory) -> None:
        """Begin; `ready` tells the end. ``memory`` stays as it is."""
        if self._wanted is not None and self._wanted.is_like(wanted):
            return
        self._wanted, self._ticket = wanted, self._ticket + 1
        self._pool.clear()
        self._pool.start(self._work(self._ticket, plan.copy(), wanted, memory.copy()))

    def _work(self, ticket: int, plan: Plan, wanted: Wanted, memory: Memory) -> Callable[[], None]:
        def work() -> None:
            roadmap_parts(
                plan,
                wanted.schedule,
                wanted.language,
                measure_beside,
                wanted.options,
                memory,
                wanted.choices,
            )
            # The window may be gone by now, and with it who waits for the layout.
            with suppress(RuntimeError):
                self._computed.emit(ticket, memory)

        return work

    def _take(self, ticket: int, memory: Memory) -> None:
        """A layout is ready; one that nobody waits for any more is let go."""
        if ticket == self._ticket and self._wanted is not None:
            self._at_hand = [*self._at_hand, self._wanted][-_KEPT:]
            self._wanted = None
            self.ready.emit(memory)
