"""What a roadmap says of each item: its bar as written, its corridor, its lateness."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from strategy_planner.analysis.decisions.choice_days import NO_CHOICES, ChoiceDays, Choices
from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.openings import openings
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.calendars.coarse import CoarseDate
from strategy_planner.language import message
from strategy_planner.layout.roadmap.findings import ChoiceMarks, Pill, choice_marks, pill_of
from strategy_planner.layout.roadmap.lanes import LaneOf, track_lane
from strategy_planner.layout.roadmap.months import short_day
from strategy_planner.layout.theme import PLAIN_TRACK
from strategy_planner.layout.tracks import track_colours
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Gate, Node, PlanSettings
from strategy_planner.model.texts import text_of

Look = Literal[
    "solid", "open", "vague", "fade", "band", "mark", "reviews", "done", "dormant", "blocked"
]
"""How a bar is drawn (VISUAL 6): ``open`` is 目途, ``fade`` 順次, ``band`` a corridor alone."""

_DAY = dt.timedelta(1)
_SHORT_WINDOW = 31
_LONGEST_LABEL = 300
_POINT_KINDS = frozenset({"milestone", "decision", "state", "image", "area"})
_EVERY_N_YEARS = re.compile(r"(\d+)\s*(?:年ごと|年毎|年に1|years)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the chart. Days are instants: the first day that is no longer part of it."""

    id: str
    lane: str
    look: Look
    label: str
    start: dt.date
    finish: dt.date | None
    """None where nothing says when it ends (順次)."""
    stop: dt.date | None = None
    """The latest finish, where the corridor ends."""
    late: tuple[dt.date, dt.date] | None = None
    """From the latest finish to the computed one."""
    conditional: bool = False
    share: float | None = None
    """How much is done, of what has begun."""
    mark: Literal["milestone", "decision"] | None = None
    firm: bool = True
    every: int | None = None
    """Years between two reviews."""
    gate: tuple[dt.date, str] | None = None
    """The last day to apply for the opening that it takes, and the words beside the mark."""
    choice: ChoiceMarks | None = None
    pill: Pill | None = None
    after: str | None = None
    """The item that drives it: its row stands above, so that the link runs down."""
    track: int = PLAIN_TRACK
    """Its colours, whatever its lane stands for."""


@dataclass(frozen=True, slots=True)
class Undated:
    """An item with neither a date nor a corridor: it stands in the tray under the chart."""

    id: str
    label: str


Known = dict[str, tuple["_Source", Entry | None]]


def entries(
    plan: Plan,
    schedule: Schedule,
    language: str,
    lane_of: LaneOf = track_lane,
    known: Known | None = None,
    choices: Choices = NO_CHOICES,
    *,
    words_hold: bool = False,
) -> tuple[tuple[Entry, ...], tuple[Undated, ...]]:
    """Every item of the schedule but the dated visions, once, by lane-independent order of time.

    An item without a date as written, without a corridor and with nothing before it that has a
    date is undated. ``known`` holds earlier results and is brought up to date; ``words_hold`` says
    that language and translations are those of then.
    """
    known = {} if known is None else known
    nodes, read = (
        plan.nodes,
        _Reader(plan, schedule, language, choices, known if words_hold else {}),
    )
    dated: list[Entry] = []
    undated: list[Undated] = []
    for node_id in schedule.items:
        node = nodes[node_id]
        if node.kind == "vision" and node_id in schedule.targets:
            continue
        source = read.source(node, lane_of(node))
        entry = _remembered(known, source)
        if entry is None:
            undated.append(Undated(node_id, source.label))
        else:
            dated.append(entry)
    dated.sort(key=lambda e: (e.start, e.finish or dt.date.max, e.stop or dt.date.max))
    return tuple(dated), tuple(undated)


def entries_of(
    plan: Plan, schedule: Schedule, items: Iterable[str], language: str, choices: Choices
) -> dict[str, Entry]:
    """Some items of the schedule as the chart shows them, but for those without a date."""
    read = _Reader(plan, schedule, language, choices)
    found: dict[str, Entry] = {}
    for item in items:
        node = plan.nodes[item]
        entry = _entry(read.source(node, track_lane(node)))
        if entry is not None:
            found[item] = entry
    return found


def chart_label(plan: Plan, node: Node, language: str) -> str:
    """Number and short title on one line; a text that no chart can hold ends in an ellipsis."""
    title = text_of(plan, node, "short", language) or text_of(plan, node, "title", language) or ""
    label = " ".join((node.number or "", *title.split())).strip()
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"


class _Source(NamedTuple):
    """All that an entry is made from."""

    settings: PlanSettings
    status_date: dt.date
    node: Node
    dates: ItemDates
    label: str
    language: str
    gate: Gate | None
    choice: ChoiceDays | None
    driver: str | None
    lane: str
    track: int


class _Reader:
    """What all entries of a plan are read from, looked up once."""

    def __init__(
        self,
        plan: Plan,
        schedule: Schedule,
        language: str,
        choices: Choices,
        said: "Known | None" = None,
    ) -> None:
        self._choices = choices
        self._plan, self._schedule, self._language = plan, schedule, language
        self._said = said or {}
        self._settings, self._gates, self._links = plan.settings, plan.gates, plan.links
        self._colours = track_colours(plan)

    def source(self, node: Node, lane: str) -> _Source:
        """All that the entry of an item is made from."""
        dates = self._schedule.items[node.id]
        driven_by = dates.driven_by
        return _Source(
            self._settings,
            self._schedule.status_date,
            node,
            dates,
            self._label(node),
            self._language,
            self._gates.get(node.gate or ""),
            self._choices.get(node.id),
            None if driven_by is None else self._links[driven_by].prerequisite,
            lane,
            self._colours.get(node.track, PLAIN_TRACK),
        )

    def _label(self, node: Node) -> str:
        """The words of an item; those of before while it is the same record."""
        before = self._said.get(node.id)
        if before is not None:
            source = before[0]
            if source.node is node and source.language == self._language:
                return source.label
        return chart_label(self._plan, node, self._language)


def _remembered(known: Known, source: _Source) -> Entry | None:
    before = known.get(source.node.id)
    if before is not None and before[0] == source:
        return before[1]
    entry = _entry(source)
    known[source.node.id] = (source, entry)
    return entry


def _entry(source: _Source) -> Entry | None:
    node, dates, label, language = source.node, source.dates, source.label, source.language
    window = window_of(node, source.settings)
    bar = _bar(node, dates, window, source.status_date)
    if bar is None:
        return None
    look, start, finish = bar
    late = _late(dates)
    if look == "dormant":
        label = message("{title} (not chosen)", title=label).into(language)
    return Entry(
        node.id,
        source.lane,
        look,
        label,
        start,
        finish,
        stop=None if late else _stop(dates, look),
        late=late,
        conditional=dates.conditional,
        share=(node.progress or 0.0) if _has_begun(node) and look in {"solid", "open"} else None,
        mark=_mark(node, look),
        firm=_is_firm(dates, window),
        every=_every(window) if look == "reviews" else None,
        gate=_gate(source) if look not in {"done", "blocked"} else None,
        choice=choice_marks(source.choice, language)
        if look not in {"done", "blocked", "dormant"}
        else None,
        pill=pill_of(dates, language),
        after=source.driver,
        track=source.track,
    )


def _has_begun(node: Node) -> bool:
    return node.has_begun or node.status == "started"


def _is_firm(dates: ItemDates, window: CoarseDate | None) -> bool:
    """Whether a mark stands for a day that is promised or bound, not merely possible."""
    if window is None:
        return dates.state == "done" or dates.late_finish is not None
    return window.firmness in {"plain", "committed"}


Bar = tuple[Look, dt.date, dt.date | None]


def _bar(node: Node, dates: ItemDates, window: CoarseDate | None, status: dt.date) -> Bar | None:
    if dates.state == "done":
        return _done_bar(dates, window)
    if dates.state == "blocked" or dates.early_start is None or dates.early_finish is None:
        return _blocked_bar(dates, window, status)
    bar: Bar | None
    if dates.early_start < dates.early_finish:
        bar = _computed_bar(dates.early_start, dates.early_finish, window)
    elif window is not None:
        bar = _written_bar(node, dates, window, status)
    else:
        bar = _derived_bar(node, dates, status)
    if bar is not None and dates.state == "dormant":
        return ("dormant", bar[1], bar[2] or bar[1])
    return bar


def _done_bar(dates: ItemDates, window: CoarseDate | None) -> Bar | None:
    start, finish = dates.early_start, dates.early_finish
    if start is None or finish is None:
        return None
    if start == finish and window is not None and window.earliest is not None:
        start = min(start, window.earliest)
    return ("done", start, finish)


def _blocked_bar(dates: ItemDates, window: CoarseDate | None, status: dt.date) -> Bar | None:
    if window is not None and window.latest is not None:
        return ("blocked", window.earliest or status, window.latest + _DAY)
    if dates.late_finish is not None:
        return ("blocked", min(status, dates.late_finish), dates.late_finish)
    return None


def _computed_bar(start: dt.date, finish: dt.date, window: CoarseDate | None) -> Bar:
    """The span at the earliest dates, in the look of the date as written."""
    if window is None:
        return ("solid", start, finish)
    if window.role in {"rolling", "recurring"} or (
        window.role == "from" and window.firmness == "vague"
    ):
        return ("fade", start, None)
    return (_firm_look(window), start, finish)


def _written_bar(node: Node, dates: ItemDates, window: CoarseDate, status: dt.date) -> Bar | None:
    """The window itself, where no duration is known; what is still to come begins today."""
    earliest, latest = window.earliest, window.latest
    if earliest is None and latest is None:
        return _derived_bar(node, dates, status)
    start = earliest or min(status, latest or status)
    if latest is not None and start < status <= latest:
        start = status
    if window.role == "recurring":
        return ("reviews" if _every(window) else "fade", start, None)
    if latest is None or window.role == "rolling":
        return ("fade", start, None)
    if node.kind in _POINT_KINDS and (latest - start).days < _SHORT_WINDOW:
        return ("mark", latest + _DAY, latest + _DAY)
    look: Look = "vague" if window.role == "start_by" else _firm_look(window)
    return (look, start, latest + _DAY)


def _derived_bar(node: Node, dates: ItemDates, status: dt.date) -> Bar | None:
    """Where nothing is written: a mark where the chain before it ends, else the corridor alone."""
    day, end = dates.early_finish, dates.late_finish
    if day is None:
        return None
    if day > status and (node.kind in _POINT_KINDS or end is None or end <= day):
        return ("mark", day, day)
    if end is None:
        return None
    return ("band", min(day, end), max(day, end))


def _firm_look(window: CoarseDate) -> Look:
    if window.firmness == "target":
        return "open"
    return "vague" if window.firmness == "vague" else "solid"


def _stop(dates: ItemDates, look: Look) -> dt.date | None:
    return None if look in {"done", "dormant", "band"} else dates.late_finish


def _late(dates: ItemDates) -> tuple[dt.date, dt.date] | None:
    start, finish, stop = dates.early_start, dates.early_finish, dates.late_finish
    if dates.state in {"done", "dormant", "blocked"} or stop is None or finish is None:
        return None
    if stop >= finish or start is None:
        return None
    return (stop if start == finish else max(stop, start), finish)


def _mark(node: Node, look: Look) -> Literal["milestone", "decision"] | None:
    if look in {"fade", "reviews", "done"}:
        return None
    if node.kind == "decision":
        return "decision"
    return "milestone" if node.kind == "milestone" or look == "mark" else None


def _every(window: CoarseDate | None) -> int | None:
    """Years between two reviews, where the text says them."""
    if window is None:
        return None
    found = _EVERY_N_YEARS.search(window.text)
    if found:
        return int(found.group(1))
    yearly = ("毎年", "annual", "every year", "yearly")
    return 1 if any(word in window.text.lower() for word in yearly) else None


def _gate(source: _Source) -> tuple[dt.date, str] | None:
    start = source.dates.early_start
    if source.gate is None or source.node.has_begun or start is None:
        return None
    windows = openings(source.gate, source.settings.holidays)
    day = dt.date.fromordinal(windows.apply_by(start.toordinal()))
    words = message("Apply by {day}", day=short_day(day, source.language))
    return day, words.into(source.language)
