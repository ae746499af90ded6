"""What a plan is given on the day on which it is made or imported."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator

import msgspec

from strategy_planner.model.numbers import with_numbers
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import PlanSettings, Record


def fixed_moment() -> dt.datetime | None:
    """The moment of ``SOURCE_DATE_EPOCH``; None where it is not set or is no count of seconds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (seconds.isascii() and seconds.isdigit()):
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def today() -> dt.date:
    """The day of today; ``SOURCE_DATE_EPOCH`` fixes it (CONTRACT 1)."""
    return (fixed_moment() or dt.datetime.now().astimezone()).date()


def with_reading_day(settings: PlanSettings, day: dt.date) -> PlanSettings:
    """The settings with a status date and the day on which written dates are read.

    A missing status date is the day of creation, a missing reference date the status date at
    creation; both are stored (SEMANTICS 2.1).
    """
    status_date = settings.status_date or day
    return msgspec.structs.replace(
        settings,
        status_date=status_date,
        reference_date=settings.reference_date or status_date,
    )


def create_plan(records: Iterable[Record], day: dt.date | None = None) -> Plan:
    """A plan of these records with numbers and days given where they are missing.

    Raises PlanError for the first rule that is broken.
    """
    kept = list(records)
    if not any(isinstance(record, PlanSettings) for record in kept):
        kept.insert(0, PlanSettings())
    return Plan.from_records(with_numbers(_with_days(kept, day or today())))


def _with_days(records: Iterable[Record], day: dt.date) -> Iterator[Record]:
    for record in records:
        if isinstance(record, PlanSettings):
            yield with_reading_day(record, day)
        else:
            yield record
