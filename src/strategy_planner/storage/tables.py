"""The tables of the project file as SQLModel declares them; the migrations create them.

Each field holds what SQLite stores: days as ISO text, lists and free-form values as JSON text,
yes and no as 1 and 0. SQLAlchemy's own column types (VARCHAR, DATE, ...) do not exist in STRICT
tables, so each column says TEXT, INTEGER or ANY; ANY keeps 1 and 1.0 apart. Loading this module
loads SQLModel: import it inside the functions that write. Reading does without (`rows`).
"""

import sqlite3
from typing import Any, ClassVar

from sqlalchemy import Engine, Integer, MetaData, Table, Text, create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import UserDefinedType
from sqlmodel import Field, SQLModel


class _Any(UserDefinedType[Any]):
    """A column of a STRICT table that stores a value as it comes."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "ANY"


def _text() -> Any:
    return Field(default=None, sa_type=Text)


def _integer() -> Any:
    return Field(default=None, sa_type=Integer)


def _number() -> Any:
    return Field(default=None, sa_type=_Any)


def _key() -> Any:
    return Field(sa_type=Text, primary_key=True)


def _needed(kind: type[Any] = Text) -> Any:
    return Field(sa_type=kind, nullable=False)


def _reference(to: str) -> Any:
    return Field(default=None, sa_type=Text, foreign_key=f"{to}.id")


def _needed_reference(to: str) -> Any:
    return Field(sa_type=Text, foreign_key=f"{to}.id", nullable=False)


class _Strict(SQLModel):
    """What all tables share: a value of another type than the column's is refused by SQLite."""

    __table_args__: ClassVar[dict[str, Any]] = {"sqlite_strict": True}
    metadata: ClassVar[MetaData] = MetaData()


class Project(_Strict, table=True):
    """The one row that says which project this is and in what state."""

    id: int = Field(sa_type=Integer, primary_key=True)
    project_id: str = _needed()
    revision: int = _needed(Integer)
    created_at: str = _needed()
    saved_at: str = _needed()
    content_hash: str = _needed()


class Settings(_Strict, table=True):
    """What holds for the whole plan: one row."""

    id: str = _key()
    position: int = _needed(Integer)
    title: str | None = _text()
    organisation: str | None = _text()
    authors: str | None = _text()
    marking: str | None = _text()
    language: str | None = _text()
    fiscal_year_start: int | None = _integer()
    show_era: int | None = _integer()
    status_date: str | None = _text()
    reference_date: str | None = _text()
    horizon_start: str | None = _text()
    horizon_end: str | None = _text()
    description: str | None = _text()
    background: str | None = _text()
    approach: str | None = _text()
    near_critical_days: int | None = _integer()
    conventions: str | None = _text()
    holidays: str | None = _text()
    distribution: str | None = _text()
    choices_mode: str | None = _text()
    money_unit: str | None = _text()
    draft: int | None = _integer()
    version: str | None = _text()
    document_number: str | None = _text()
    rules_off: str | None = _text()
    quick_ranges: str | None = _text()
    kpi_dates: int | None = _integer()


class Track(_Strict, table=True):
    """Lanes."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    order: int | None = _integer()
    color: str | None = _text()


class Organisation(_Strict, table=True):
    """Owners and stakeholders."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    kind: str | None = _text()


class Node(_Strict, table=True):
    """Items."""

    id: str = _key()
    position: int = _needed(Integer)
    kind: str = _needed()
    number: str | None = _text()
    title: str = _needed()
    short: str | None = _text()
    description: str | None = _text()
    parent: str | None = _reference("node")
    track: str | None = _reference("track")
    date: str | None = _text()
    date_read_on: str | None = _text()
    not_before: str | None = _text()
    not_after: str | None = _text()
    target: str | None = _text()
    duration: str | None = _text()
    optimistic: str | None = _text()
    pessimistic: str | None = _text()
    success: int | float | None = _number()
    owner: str | None = _reference("organisation")
    status: str | None = _text()
    progress: int | float | None = _number()
    actual_start: str | None = _text()
    actual_finish: str | None = _text()
    cost: int | float | None = _number()
    budget: str | None = _text()
    gate: str | None = _reference("gate")
    source: str | None = _text()
    tags: str | None = _text()
    pin: str | None = _text()
    sufficiency: str | None = _text()
    change_type: str | None = _text()
    notes: str | None = _text()


class Link(_Strict, table=True):
    """Claims that one item needs, or is helped or informed by, another."""

    id: str = _key()
    position: int = _needed(Integer)
    prerequisite: str = _needed_reference("node")
    dependent: str = _needed_reference("node")
    relation: str = _needed()
    type: str | None = _text()
    lag: str | None = _text()
    choice: str | None = _reference("choice")
    option: str | None = _text()
    basis: str | None = _text()
    reason: str | None = _text()
    evidence: str | None = _text()
    assumption: str | None = _reference("register")
    owner: str | None = _text()
    review_on: str | None = _text()


class Choice(_Strict, table=True):
    """Choices at items."""

    id: str = _key()
    position: int = _needed(Integer)
    node: str = _needed_reference("node")
    name: str | None = _text()
    needed: int | None = _integer()


class Pathway(_Strict, table=True):
    """Named sets of chosen options."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    chosen: str | None = _text()
    active: int | None = _integer()


class Kpi(_Strict, table=True):
    """Measures of items."""

    id: str = _key()
    position: int = _needed(Integer)
    node: str | None = _reference("node")
    name: str | None = _text()
    unit: str | None = _text()
    direction: str | None = _text()
    baseline: str | None = _text()
    target: str | None = _text()
    waypoints: str | None = _text()
    shape: str | None = _text()
    reached_at: int | float | None = _number()
    execution: int | None = _integer()
    note: str | None = _text()


class Measurement(_Strict, table=True):
    """Measured values of KPIs."""

    id: str = _key()
    position: int = _needed(Integer)
    kpi: str | None = _reference("kpi")
    date: str | None = _text()
    value: int | float | None = _number()
    source: str | None = _text()
    note: str | None = _text()


class Contribution(_Strict, table=True):
    """What actions add to KPIs."""

    id: str = _key()
    position: int = _needed(Integer)
    node: str | None = _reference("node")
    kpi: str | None = _reference("kpi")
    amount: int | float | None = _number()
    ramp: str | None = _text()


class Register(_Strict, table=True):
    """Risks, assumptions, obstacles, signposts and trends."""

    id: str = _key()
    position: int = _needed(Integer)
    kind: str | None = _text()
    title: str | None = _text()
    description: str | None = _text()
    likelihood: int | float | None = _number()
    impact: int | None = _integer()
    delay: str | None = _text()
    trigger: str | None = _text()
    response: str | None = _text()
    owner: str | None = _text()
    state: str | None = _text()
    touches: str | None = _text()
    resolved_by: str | None = _text()
    date: str | None = _text()
    kpi: str | None = _reference("kpi")
    threshold: int | float | None = _number()
    lead: str | None = _text()


class Gate(_Strict, table=True):
    """Windows that only open at times."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    every: str | None = _text()
    on: str | None = _text()
    opens: str | None = _text()
    leads: str | None = _text()


class Review(_Strict, table=True):
    """Follow-up meetings."""

    id: str = _key()
    position: int = _needed(Integer)
    date: str | None = _text()
    title: str | None = _text()
    statement: str | None = _text()
    decisions: str | None = _text()
    baseline: str | None = _reference("baseline")


class Baseline(_Strict, table=True):
    """Frozen copies of dates and values."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    date: str | None = _text()
    note: str | None = _text()
    values: str | None = _text()


class Draft(_Strict, table=True):
    """What-ifs: changes that are kept and not made."""

    id: str = _key()
    position: int = _needed(Integer)
    name: str | None = _text()
    reason: str | None = _text()
    changes: str | None = _text()


class Translation(_Strict, table=True):
    """Texts in another language."""

    record: str = _key()
    field: str = _key()
    language: str = _key()
    position: int = _needed(Integer)
    text: str = _needed()


class Numbering(_Strict, table=True):
    """The highest number ever given for each letter."""

    letter: str = _key()
    highest: int = _needed(Integer)


class History(_Strict, table=True):
    """Change sets as they were made; see `strategy_planner.storage.history`."""

    id: int = Field(sa_type=Integer, primary_key=True)
    at: str = _needed()
    label: str = _needed()
    reason: str | None = _text()
    decider: str | None = _text()
    changes: str = _needed()


def table(name: str) -> Table:
    """The table of a kind of record (``node``, ``link``, ...) or of the file itself."""
    return _Strict.metadata.tables[name]


def engine_on(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy over an open connection, which stays the caller's to close."""
    return create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
