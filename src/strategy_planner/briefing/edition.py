"""One edition of the pack: a plan with its schedule, for one language, paper and moment."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.briefing.analyses import Analyses
from strategy_planner.briefing.sheet import MARGIN_SIDE, Sheet
from strategy_planner.calendars.formatting import show_day
from strategy_planner.calendars.writing import write_coarse
from strategy_planner.language import Message, say
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, Record
from strategy_planner.model.texts import label, text_of

Paper = Literal["A4", "A3"]
PAPER_SIZES: dict[Paper, tuple[float, float]] = {"A4": (841.9, 595.3), "A3": (1190.6, 841.9)}
"""Landscape, in points."""
CONTENT_TOP = 69.0
_CONTENT_FOOT = 44.0


@dataclass(frozen=True, slots=True)
class Edition:
    """What every section of the pack is made from."""

    plan: Plan
    schedule: Schedule
    language: str
    paper: Paper
    created: dt.datetime
    since: Plan | None = None
    """The earlier state of the plan with which the pack compares it."""
    sections: tuple[str, ...] = ()
    """The parts of the pack by name."""
    analyses: Analyses = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "analyses", Analyses(self.plan, self.schedule))

    @property
    def width(self) -> float:
        """The width of the paper."""
        return PAPER_SIZES[self.paper][0]

    @property
    def height(self) -> float:
        """The height of the paper."""
        return PAPER_SIZES[self.paper][1]

    @property
    def content_width(self) -> float:
        """What the margins leave of the width."""
        return self.width - 2 * MARGIN_SIDE

    @property
    def content_bottom(self) -> float:
        """Where the foot of a page begins."""
        return self.height - _CONTENT_FOOT

    @property
    def content_height(self) -> float:
        """What head and foot leave of the height."""
        return self.content_bottom - CONTENT_TOP

    @property
    def to_be_set(self) -> str:
        """What stands wherever nothing is known yet."""
        return self.say("to be set")

    @property
    def show_era(self) -> bool:
        """Whether years are told by the era as well: in Japanese, unless the plan says no."""
        return self.language == "ja" and self.plan.settings.show_era is not False

    @property
    def title(self) -> str:
        """The plan's title."""
        settings = self.plan.settings
        return text_of(self.plan, settings, "title", self.language) or self.say("Untitled plan")

    def say(self, text: str, **values: object) -> str:
        """A text of the catalogue in the edition's language."""
        return say(text, self.language, **values)

    def put(self, message: Message) -> str:
        """A message in the edition's language."""
        return message.into(self.language)

    def text(self, record: Record, field: str) -> str:
        """A text field of a record in the edition's language, empty where there is none."""
        return text_of(self.plan, record, field, self.language) or ""

    def text_if_translated(self, record: Record, field: str) -> str:
        """A longer text, empty where the plan has it in another language only."""
        is_own = self.language == (self.plan.settings.language or "ja")
        if is_own or f"{record.key}/{field}/{self.language}" in self.plan.translations:
            return self.text(record, field)
        return ""

    def date_as_written(self, node: Node) -> str:
        """The date in the planner's words; where those are of another language, the same in this.

        Empty where no date was written.
        """
        text = self.text_if_translated(node, "date")
        window = window_of(node, self.plan.settings)
        if text or window is None:
            return text
        return write_coarse(window, self.language, self.plan.settings.fiscal_year_start or 4)

    def item_title(self, node: Node) -> str:
        """The whole title of an item."""
        return self.text(node, "title")

    def item_short(self, node: Node) -> str:
        """The short title for charts and boxes, else the whole one."""
        return self.text(node, "short") or self.item_title(node)

    def label(self, node_id: str) -> str:
        """Number and title of an item."""
        return label(self.plan, node_id, self.language)

    def dates(self, node: Node) -> ItemDates | None:
        """What the passes say of an item; None for a dropped one."""
        return self.schedule.items.get(node.id)

    def day(self, day: dt.date | None) -> str:
        """A day in words, with the era where the plan shows it."""
        if day is None:
            return self.to_be_set
        return show_day(day, self.language, era=self.show_era)

    def by_day(self, node: Node) -> str:
        """By when a vision or another promised item is to be met."""
        target = self.schedule.targets.get(node.id)
        if target is None:
            return self.say("Date to be set")
        return self.say("By {day}", day=self.day(target.target))

    def figures(self, day: dt.date | None) -> str:
        """A day in a column of days: ``2020.4.1``, ``1 Apr 2020``."""
        if day is None:
            return ""
        if self.language == "ja":
            return f"{day.year}.{day.month}.{day.day}"
        return show_day(day, self.language)

    def owner(self, node: Node) -> str:
        """The name of who is responsible, empty where nobody is."""
        if node.owner is None:
            return ""
        organisation = self.plan.organisations.get(node.owner)
        return self.text(organisation, "name") if organisation else node.owner


@dataclass(frozen=True, slots=True)
class Page:
    """A page that can be drawn; ``outlines`` are its bookmarks, none where a section goes on."""

    title: str
    subtitle: str
    draw: Callable[[Sheet], None]
    outlines: tuple[str, ...] = ()
    bare: bool = False
    """Without head and foot: the cover."""
    begins_part: bool = False
    """Whether another part of the section begins here, which the subtitle names."""

    @property
    def begins_section(self) -> bool:
        """Whether its first bookmark is its own; else it goes on from the page before."""
        return bool(self.outlines) and (self.bare or self.title == self.outlines[0])


Section = Callable[[Edition], Iterator[Page]]
"""The pages of one part of the pack."""
