"""What a map is made of once everything has its place.

The right edge of the space for items is x = 0: the wall of the vision stands there, and a plan that
grows grows to the left, so that what was pinned stays where the planner put it.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from strategy_planner.layout.badges import Badge
from strategy_planner.model.records import NodeKind, Relation

Severity = Literal["late", "warn", "plain"]
LineStyle = Relation | Literal["resolves"]

CARD_WIDTH = 180.0
CHANNEL = 28.0
"""The least space between two columns, in which links turn."""
ROW_GAP = 10.0
PITCH = CARD_WIDTH + CHANNEL
"""The distance from column to column that pins are counted in."""
WALL_WIDTH = 148.0
FRAME_PAD = 10.0
FRAME_BAR = 34.0
FOLDED_HEIGHT = 40.0
CORNER = 7.0


class Stop(NamedTuple):
    """Where the trunk of ``source`` passes a column, outside (``frame`` None) or in a frame."""

    source: str
    column: int
    frame: str | None
    dormant: bool


class Box(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Box":
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Corridor:
    """The micro corridor of a card, as shares of the time from today to the vision.

    ``work`` is the span at the earliest dates, ``slack`` ends at the latest finish, ``over`` ends
    at the computed finish where that lies after the latest one.
    """

    work: tuple[float, float]
    slack: float | None
    over: float | None


@dataclass(frozen=True, slots=True)
class Card:
    """What is written on an item, and how it looks; its place comes from the layout."""

    id: str
    kind: NodeKind
    head: str
    lines: tuple[str, ...]
    note: str
    severity: Severity
    dormant: bool
    track: int | None
    corridor: Corridor | None
    badges: tuple[tuple[Badge, bool], ...]
    """Marks of the register, gates and KPIs; True where an assumption is broken."""
    name: str
    brief: str
    """The short title, else the whole one."""

    @property
    def height(self) -> float:
        """Head, up to three lines of title, corridor."""
        return 40.0 + 16.0 * max(1, len(self.lines))


@dataclass(frozen=True, slots=True)
class Frame:
    """An outline parent drawn around its members, or folded into a box."""

    id: str
    lines: tuple[str, ...]
    count: int
    folded: bool
    members: tuple[str, ...]
    severity: Severity
    box: Box


@dataclass(frozen=True, slots=True)
class Outlook:
    """A line of the wall's summary: so many areas stand like this."""

    state: Literal["ok", "warn", "late", "none"]
    count: int


@dataclass(frozen=True, slots=True)
class Wall:
    """The vision at the right, with what the passes say about it."""

    id: str
    year: str
    lines: tuple[str, ...]
    severity: Severity
    verdict: str
    amount: str
    exact: str
    outlook_title: str
    outlook: tuple[Outlook, ...]
    kpi_title: str
    kpi_lines: tuple[str, ...]
    kpi_open: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Route:
    """A link's way: points from the source's right edge to the target's left edge."""

    links: tuple[str, ...]
    source: str
    target: str
    points: tuple[tuple[float, float], ...]
    joins_at: float
    """From here on to the right the line may run together with others that arrive at the target."""
    style: LineStyle
    late: bool
    dormant: bool
    inferred: bool
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceArc:
    """The arc over all options of a choice, with the words of its pill."""

    id: str
    x: float
    top: float
    bottom: float
    text: str
    pill: Box


@dataclass(frozen=True, slots=True)
class LatePill:
    """The words on a chain that is too late."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where everything stands on the map of a plan."""

    cards: dict[str, Card]
    boxes: dict[str, Box]
    frames: dict[str, Frame]
    wall: Wall | None
    routes: tuple[Route, ...]
    arcs: tuple[ChoiceArc, ...]
    pills: tuple[LatePill, ...]
    hidden_links: int
    hidden_items: int
    """How many items lie outside the part that is shown."""
    extent: Box
    stops: dict[Stop, float]
    """The heights at which links pass columns."""
    channels: dict[int, float]
    """The widths of the spaces between columns, in which links turn."""
    layers: dict[str, int]
    """The column of each card and frame within the part of the map that hangs together."""
    columns: dict[str, int]
    """The column of each card and frame, of a frame its right one; 1 is next to the wall."""

    def box_of(self, item: str) -> Box | None:
        """The place of an item, a frame or the wall; None for what is folded away."""
        if item in self.boxes:
            return self.boxes[item]
        if item in self.frames:
            return self.frames[item].box
        return self.wall.box if self.wall is not None and self.wall.id == item else None
