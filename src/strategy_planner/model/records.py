"""The records of a plan: immutable, with the names and the order of the public JSON.

None (or an empty tuple) means "not said by the planner"; what follows from silence is told by the
``effective`` properties, never written into the record. Days are `datetime.date`; instants do not
occur here (SEMANTICS 1.2: a record's days are first or last days).
"""

import datetime as dt
from typing import Any, Literal, TypeAlias

import msgspec

NodeKind = Literal["vision", "image", "area", "state", "milestone", "action", "decision", "enabler"]
Relation = Literal["requires", "contributes", "enables", "informs"]
Dependency = Literal["FS", "SS", "FF", "SF"]
Status = Literal["proposed", "planned", "started", "done", "dropped"]
Basis = Literal["stated", "inferred", "planner"]
Evidence = Literal["none", "weak", "moderate", "strong"]
RegisterKind = Literal["risk", "assumption", "obstacle", "signpost", "trend"]
RegisterState = Literal["open", "holding", "broken", "closed"]
Number: TypeAlias = int | float


class Record(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What all records share: they compare by value and never change."""

    @property
    def key(self) -> str:
        """The id under which the plan holds the record."""
        raise NotImplementedError


class RuleOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule of the quality check that is switched off, with the planner's reason."""

    rule: str
    reason: str


class QuickRange(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """How far durations without an estimate of their own spread, for a track or a kind of item.

    ``low`` and ``high`` are shares of the likely duration: −0.2 and 0.8 make 12 months at least
    9.6 and at most 21.6. Without track and kind it holds for every item.
    """

    track: str | None = None
    kind: NodeKind | None = None
    low: Number
    high: Number


class PlanSettings(Record, frozen=True, kw_only=True):
    """What holds for the whole plan. There is one in each plan, under the id ``settings``."""

    title: str | None = None
    organisation: str | None = None
    authors: tuple[str, ...] = ()
    marking: str | None = None
    language: Literal["ja", "en"] | None = None
    fiscal_year_start: int | None = None
    show_era: bool | None = None
    status_date: dt.date | None = None
    reference_date: dt.date | None = None
    horizon_start: dt.date | None = None
    horizon_end: dt.date | None = None
    description: str | None = None
    background: str | None = None
    approach: str | None = None
    near_critical_days: int | None = None
    conventions: dict[str, Any] = {}
    holidays: str | None = None
    distribution: Literal["beta-pert", "triangular"] | None = None
    choices_mode: Literal["parallel", "commit"] | None = None
    money_unit: str | None = None
    draft: bool | None = None
    version: str | None = None
    document_number: str | None = None
    rules_off: tuple[RuleOff, ...] = ()
    quick_ranges: tuple[QuickRange, ...] = ()
    kpi_dates: bool | None = None

    @property
    def key(self) -> str:
        return "settings"


class Track(Record, frozen=True, kw_only=True):
    """A lane of the roadmap: research and development, regulation and standards, talent, ..."""

    id: str
    name: str | None = None
    order: int | None = None
    color: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Organisation(Record, frozen=True, kw_only=True):
    """An owner or a stakeholder."""

    id: str
    name: str | None = None
    kind: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Node(Record, frozen=True, kw_only=True):
    """An item of the plan, from the vision to an action of today."""

    id: str
    kind: NodeKind
    number: str | None = None
    title: str
    short: str | None = None
    description: str | None = None
    parent: str | None = None
    track: str | None = None
    date: str | None = None
    date_read_on: dt.date | None = None
    not_before: dt.date | None = None
    not_after: dt.date | None = None
    target: dt.date | None = None
    duration: str | None = None
    optimistic: str | None = None
    pessimistic: str | None = None
    success: Number | None = None
    owner: str | None = None
    status: Status | None = None
    progress: Number | None = None
    actual_start: dt.date | None = None
    actual_finish: dt.date | None = None
    cost: Number | None = None
    budget: tuple[tuple[int, Number], ...] = ()
    gate: str | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    pin: tuple[Number, Number] | None = None
    sufficiency: Literal["sufficient", "insufficient", "unchecked"] | None = None
    change_type: Literal["technology", "behaviour", "institution"] | None = None
    notes: str | None = None

    @property
    def key(self) -> str:
        return self.id

    @property
    def is_done(self) -> bool:
        """Done by its status or by an actual finish (SEMANTICS 3.5)."""
        return self.status == "done" or self.actual_finish is not None

    @property
    def is_dropped(self) -> bool:
        """Given up: it and its links take no part in the calculation (SEMANTICS 3.6)."""
        return self.status == "dropped"

    @property
    def has_begun(self) -> bool:
        """Begun by an actual start, whatever the status (SEMANTICS 3.5)."""
        return self.actual_start is not None


class Link(Record, frozen=True, kw_only=True):
    """A claim that ``dependent`` needs, or is helped or informed by, ``prerequisite``."""

    id: str
    prerequisite: str = msgspec.field(name="from")
    dependent: str = msgspec.field(name="to")
    relation: Relation
    type: Dependency | None = None
    lag: str | None = None
    choice: str | None = None
    option: str | None = None
    basis: Basis | None = None
    reason: str | None = None
    evidence: Evidence | None = None
    assumption: str | None = None
    owner: str | None = None
    review_on: dt.date | None = None

    @property
    def key(self) -> str:
        return self.id

    @property
    def effective_type(self) -> Dependency:
        """Finish-start where nothing is said."""
        return self.type or "FS"


class Choice(Record, frozen=True, kw_only=True):
    """At a node: at least ``needed`` of its options; an option is all its links."""

    id: str
    node: str
    name: str | None = None
    needed: int | None = None

    @property
    def key(self) -> str:
        return self.id

    @property
    def effective_needed(self) -> int:
        """One where nothing is said."""
        return 1 if self.needed is None else self.needed


class Pathway(Record, frozen=True, kw_only=True):
    """A name for a set of chosen options, at least as many of each choice as it needs."""

    id: str
    name: str | None = None
    chosen: dict[str, tuple[str, ...]] = {}
    active: bool | None = None

    @property
    def key(self) -> str:
        return self.id


class Kpi(Record, frozen=True, kw_only=True):
    """A measure of the node it stands at."""

    id: str
    node: str | None = None
    name: str | None = None
    unit: str | None = None
    direction: Literal["up", "down"] | None = None
    baseline: tuple[dt.date | None, Number] | None = None
    target: tuple[dt.date | None, Number] | None = None
    waypoints: tuple[tuple[dt.date, Number], ...] = ()
    shape: Literal["linear", "compound", "s_curve", "steps"] | None = None
    reached_at: Number | None = None
    execution: bool | None = None
    note: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Measurement(Record, frozen=True, kw_only=True):
    """A measured value of a KPI."""

    id: str
    kpi: str | None = None
    date: dt.date | None = None
    value: Number | None = None
    source: str | None = None
    note: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Contribution(Record, frozen=True, kw_only=True):
    """What an action adds to a KPI, and over how long it builds up."""

    id: str
    node: str | None = None
    kpi: str | None = None
    amount: Number | None = None
    ramp: str | None = None

    @property
    def key(self) -> str:
        return self.id


class RegisterItem(Record, frozen=True, kw_only=True):
    """A risk, assumption, obstacle, signpost or trend, with the records that it touches."""

    id: str
    kind: RegisterKind | None = None
    title: str | None = None
    description: str | None = None
    likelihood: Number | None = None
    impact: int | None = None
    delay: str | None = None
    trigger: str | None = None
    response: str | None = None
    owner: str | None = None
    state: RegisterState | None = None
    touches: tuple[str, ...] = ()
    resolved_by: tuple[str, ...] = ()
    date: str | None = None
    kpi: str | None = None
    threshold: Number | None = None
    lead: str | None = None

    @property
    def key(self) -> str:
        return self.id

    @property
    def effective_state(self) -> RegisterState:
        """Open where nothing is said (SEMANTICS 3.7)."""
        return self.state or "open"

    @property
    def blocks(self) -> bool:
        """An obstacle that holds back what it touches (SEMANTICS 3.7)."""
        return self.kind == "obstacle" and self.effective_state in {"open", "broken"}


class Gate(Record, frozen=True, kw_only=True):
    """A window that only opens at times: ``on`` each year (MM-DD), or on the days of ``opens``."""

    id: str
    name: str | None = None
    every: Literal["yearly"] | None = None
    on: tuple[str, ...] = ()
    opens: tuple[dt.date, ...] = ()
    leads: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Review(Record, frozen=True, kw_only=True):
    """A follow-up meeting: what was stated and decided, on which snapshot."""

    id: str
    date: dt.date | None = None
    title: str | None = None
    statement: str | None = None
    decisions: str | None = None
    baseline: str | None = None

    @property
    def key(self) -> str:
        return self.id


class Baseline(Record, frozen=True, kw_only=True):
    """A named frozen copy of dates and values."""

    id: str
    name: str | None = None
    date: dt.date | None = None
    note: str | None = None
    values: dict[str, Any] = {}

    @property
    def key(self) -> str:
        return self.id


class FieldChange(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One field of one record before and after, in the values of the public JSON (CONTRACT 2).

    A record that is made or deleted as a whole has no ``field`` and stands in ``after`` or
    ``before``.
    """

    record: str
    id: str
    field: str | None = None
    before: Any = None
    after: Any = None


class Draft(Record, frozen=True, kw_only=True):
    """A what-if: changes that are kept under a name and not made; the plan is as without them."""

    id: str
    name: str | None = None
    reason: str | None = None
    changes: tuple[FieldChange, ...] = ()

    @property
    def key(self) -> str:
        return self.id


class Translation(Record, frozen=True, kw_only=True):
    """The text of one field of one record in another language."""

    record: str
    field: str
    language: str
    text: str

    @property
    def key(self) -> str:
        return f"{self.record}/{self.field}/{self.language}"


RECORD_TYPES: dict[str, type[Record]] = {
    "settings": PlanSettings,
    "track": Track,
    "organisation": Organisation,
    "node": Node,
    "link": Link,
    "choice": Choice,
    "pathway": Pathway,
    "kpi": Kpi,
    "measurement": Measurement,
    "contribution": Contribution,
    "register": RegisterItem,
    "gate": Gate,
    "review": Review,
    "baseline": Baseline,
    "draft": Draft,
    "translation": Translation,
}
"""The singular by which changes name a record (CONTRACT 2), in the order of the public JSON."""

LIST_NAMES: dict[str, str] = {
    name: {"register": "register", "settings": "settings"}.get(name, name + "s")
    for name in RECORD_TYPES
}
"""The key of each kind's list in the public JSON (CONTRACT 3)."""

RECORD_NAMES: dict[type[Record], str] = {kind: name for name, kind in RECORD_TYPES.items()}
