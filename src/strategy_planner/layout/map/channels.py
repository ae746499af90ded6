"""Vertical pieces of links in the channels between columns, and the widths of the channels.

A channel has its number from the column at its right: channel 0 lies before the wall. A trunk is
one vertical line: what all edges of one source have in common in a channel, or what the edges of
one bundle have in common in the channel before their target.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_planner.layout.map.bundles import Manner
from strategy_planner.layout.map.elements import CHANNEL

SETBACK = 14.0
"""The distance of the first vertical from the left column, and of the last from the right one."""
STEP = 8.0
CLOSEST = 4.0
"""So close verticals may stand where a column would have to move for them."""
CROWD = 150.0
"""More than this is not given to verticals of one channel; then they stand closer."""


class TrunkKey(NamedTuple):
    """A source and the height at which it enters the channel; or a target and where it is entered.

    ``arriving`` is the manner of the bundle that a target's trunk gathers, None for a source.
    """

    place: str
    height: float
    dormant: bool
    arriving: Manner | None = None


@dataclass(slots=True)
class Trunk:
    """A vertical with the heights at which it is entered from the left and left to the right."""

    gathers: bool
    """Whether it brings a bundle together before its one target."""
    entries: set[float] = field(default_factory=set)
    exits: set[float] = field(default_factory=set)
    track: int = -1

    @property
    def top(self) -> float:
        return min(*self.entries, *self.exits)

    @property
    def bottom(self) -> float:
        return max(*self.entries, *self.exits)

    @property
    def is_straight(self) -> bool:
        return self.exits == self.entries


@dataclass(slots=True)
class Channel:
    """The trunks of a channel, and the space that is kept free at its right end."""

    trunks: dict[TrunkKey, Trunk] = field(default_factory=dict)
    tracks: int = 0
    lead: float = 0.0
    """What the verticals keep more from the left column, where a frame ends there."""
    reserve: float = 0.0
    least: float = CHANNEL
    held: float = 0.0
    """The width in an earlier map, kept as long as verticals find room in it side by side."""

    @property
    def width(self) -> float:
        """Room for all verticals, the space kept free, and what was asked for at least."""
        least = max(self.least, self.held)
        if self.held and least - self._margins >= CLOSEST * (self.tracks - 1):
            return least
        room = min((self.tracks // 2 * 2) * STEP, CROWD) if self.tracks else 0.0
        return max(least, self._margins + room)

    @property
    def _margins(self) -> float:
        return 2 * SETBACK + self.lead + self.reserve

    def offset(self, track: int) -> float:
        """The distance of a vertical from the left end of the channel."""
        first = SETBACK + self.lead
        if self.tracks <= 1:
            return first
        return first + track * min(STEP, (self.width - self._margins) / (self.tracks - 1))


def channels_of(
    crossings: Iterable[tuple[int, TrunkKey, float, float]],
) -> dict[int, Channel]:
    """Channels by number; a crossing is a channel, a trunk, and where it is entered and left."""
    channels: dict[int, Channel] = defaultdict(Channel)
    for number, key, enters_at, leaves_at in crossings:
        trunk = channels[number].trunks.setdefault(key, Trunk(key.arriving is not None))
        trunk.entries.add(enters_at)
        trunk.exits.add(leaves_at)
    for channel in channels.values():
        _assign_tracks(channel)
    return channels


def _assign_tracks(channel: Channel) -> None:
    """Give each trunk that turns a track, from the left; trunks that overlap differ.

    Of trunks that go down, the upper one turns further right, of those that go up the lower one:
    then they do not cross. A trunk that leaves at the height at which another one enters turns
    further right than that, so that the two are never taken for one, and a trunk that gathers
    further right than those that join it behind its exit.
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
    leaving: dict[float, list[Trunk]] = defaultdict(list)
    for trunk in first:
        for height in trunk.entries:
            entering[height].append(trunk)
        for height in trunk.exits:
            leaving[height].append(trunk)
    ordered: list[Trunk] = []
    visiting: set[int] = set()

    def visit(trunk: Trunk) -> None:
        if id(trunk) in visiting:
            return
        visiting.add(id(trunk))
        for height in sorted(trunk.exits):
            for other in (*entering.get(height, ()), *(leaving[height] if trunk.gathers else ())):
                visit(other)
        ordered.append(trunk)

    for trunk in first:
        visit(trunk)
    return ordered


def _rank(trunk: Trunk) -> tuple[int, float, float]:
    """By direction and then by where a trunk has its one end: its entry, or its exit."""
    one = next(iter(trunk.exits if trunk.gathers else trunk.entries))
    goes_up = trunk.top == one if trunk.gathers else trunk.bottom == one
    goes_down = trunk.bottom == one if trunk.gathers else trunk.top == one
    if goes_up:
        return 2, trunk.bottom, trunk.top
    if goes_down:
        return 0, -trunk.top, -trunk.bottom
    return 1, one, trunk.top


def right_edges(channels: Mapping[int, Channel], columns: int, width: float) -> list[float]:
    """The right edge of each column 0 (the wall's left edge at x = 0), 1, 2, ..."""
    edges = [0.0]
    x = 0.0
    for number in range(columns + 1):
        x -= channels[number].width if number in channels else CHANNEL
        edges.append(x)
        x -= width
    return edges
