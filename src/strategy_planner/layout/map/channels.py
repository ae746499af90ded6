"""Vertical pieces of links in the channels between columns, and the widths of the channels.

A channel has its number from the column at its right: channel 0 lies before the wall. A trunk is
what all edges of one source have in common in a channel: one vertical line.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from strategy_planner.layout.map.elements import CHANNEL

SETBACK = 14.0
"""The distance of the first vertical from the left column, and of the last from the right one."""
STEP = 8.0
CROWD = 150.0
"""More than this is not given to verticals of one channel; then they stand closer."""

TrunkKey = tuple[str, bool, float]
"""Source, on a way not chosen or not, and the height at which it enters the channel."""


@dataclass(slots=True)
class Trunk:
    """The vertical of a source in a channel; ``exits`` are the heights at which it is left."""

    entry: float
    exits: set[float] = field(default_factory=set)
    track: int = -1

    @property
    def top(self) -> float:
        return min(self.entry, *self.exits)

    @property
    def bottom(self) -> float:
        return max(self.entry, *self.exits)

    @property
    def is_straight(self) -> bool:
        return self.exits == {self.entry}


@dataclass(slots=True)
class Channel:
    """The trunks of a channel, and the space that is kept free at its right end."""

    trunks: dict[TrunkKey, Trunk] = field(default_factory=dict)
    tracks: int = 0
    lead: float = 0.0
    """What the verticals keep more from the left column, where a frame ends there."""
    reserve: float = 0.0
    least: float = CHANNEL

    @property
    def width(self) -> float:
        """Room for all verticals, the space kept free, and what was asked for at least."""
        room = min((self.tracks // 2 * 2) * STEP, CROWD) if self.tracks else 0.0
        return max(self.least, 2 * SETBACK + room + self.lead + self.reserve)

    def offset(self, track: int) -> float:
        """The distance of a vertical from the left end of the channel."""
        if self.tracks <= 1:
            return SETBACK + self.lead
        return SETBACK + self.lead + track * min(STEP, CROWD / (self.tracks - 1))


def channels_of(
    crossings: Iterable[tuple[int, TrunkKey, float]],
) -> dict[int, Channel]:
    """Channels by number; a crossing is a channel, a trunk and a height at which it is left."""
    channels: dict[int, Channel] = defaultdict(Channel)
    for number, key, leaves_at in crossings:
        trunk = channels[number].trunks.setdefault(key, Trunk(key[2]))
        trunk.exits.add(leaves_at)
    for channel in channels.values():
        _assign_tracks(channel)
    return channels


def _assign_tracks(channel: Channel) -> None:
    """Give each trunk that turns a track, from the left; trunks that overlap differ.

    Of trunks that go down, the upper one turns further right, of those that go up the lower one:
    then they do not cross. A trunk that leaves at the height at which another one enters turns
    further right than that, so that the two are never taken for one.
    """
    turning = [trunk for trunk in channel.trunks.values() if not trunk.is_straight]
    heights = sorted({y for trunk in turning for y in (trunk.top, trunk.bottom)})
    used = [0] * len(heights)
    for trunk in _in_order(turning):
        low, high = bisect_left(heights, trunk.top), bisect_right(heights, trunk.bottom)
        trunk.track = max(used[low:high])
        used[low:high] = [trunk.track + 1] * (high - low)
    channel.tracks = max(used, default=0)


def _in_order(turning: list[Trunk]) -> list[Trunk]:
    first = sorted(turning, key=_rank)
    entering: dict[float, list[Trunk]] = defaultdict(list)
    for trunk in first:
        entering[trunk.entry].append(trunk)
    ordered: list[Trunk] = []
    visiting: set[int] = set()

    def visit(trunk: Trunk) -> None:
        if id(trunk) in visiting:
            return
        visiting.add(id(trunk))
        for exit_height in sorted(trunk.exits):
            for other in entering.get(exit_height, ()):
                if other is not trunk:
                    visit(other)
        ordered.append(trunk)

    for trunk in first:
        visit(trunk)
    return ordered


def _rank(trunk: Trunk) -> tuple[int, float, float]:
    if trunk.bottom == trunk.entry:
        return 2, trunk.entry, trunk.top
    if trunk.top == trunk.entry:
        return 0, -trunk.entry, -trunk.bottom
    return 1, trunk.entry, trunk.top


def right_edges(channels: Mapping[int, Channel], columns: int, width: float) -> list[float]:
    """The right edge of each column 0 (the wall's left edge at x = 0), 1, 2, ..."""
    edges = [0.0]
    x = 0.0
    for number in range(columns + 1):
        x -= channels[number].width if number in channels else CHANNEL
        edges.append(x)
        x -= width
    return edges
