"""What a single record must satisfy by itself: numbers in range, readable dates and durations."""

import datetime as dt
import math
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import msgspec

from strategy_planner.calendars.coarse import read_date
from strategy_planner.calendars.conventions import CONVENTIONS, convention
from strategy_planner.calendars.durations import Duration, parse_duration
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.working_days import has_known_holidays
from strategy_planner.language import Message, message
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_names import FIELD_NAMES

FIRST_YEAR, LAST_YEAR = 1800, 2999
_ID = re.compile(r"[A-Za-z0-9_.:\-]{1,64}")
_LONGEST_NUMBER = 16
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_YEARLY_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
WIDEST_RANGE = 10
"""The highest share of a quick range: + 1,000 %."""
_SOME_DAY = dt.date(2000, 1, 1)


def check_record(record: r.Record, settings: r.PlanSettings) -> None:
    """Raise PlanError, naming the item and the field, if a value of ``record`` is out of place."""
    _check_id(record)
    _check_plain_values(record)
    _CHECKS[type(record)](record, settings)


def item_name(record: r.Record) -> Message | str:
    """How an error names a record: number and title where it has them, else its id."""
    if isinstance(record, r.PlanSettings):
        return message("the plan's settings")
    names = (getattr(record, name, None) for name in ("number", "title", "name"))
    shown = " ".join(name for name in names if name)
    return shown[:80] or record.key[:80]


def refuse(record: r.Record, field: str, problem: Message) -> PlanError:
    """The error that ``field`` of ``record`` is not as it must be."""
    return PlanError(
        message(
            "{item}, “{field}”: {problem}",
            item=item_name(record),
            field=FIELD_NAMES[field],
            problem=problem,
        ),
        (record.key,),
        field,
    )


def _check_id(record: r.Record) -> None:
    if isinstance(record, r.Translation | r.PlanSettings):
        return
    if not _ID.fullmatch(record.key) or record.key == "settings":
        raise PlanError(
            message(
                "The id {id} cannot be used: an id has 1 to 64 characters of "
                "A-Z a-z 0-9 _ . : - and is not “settings”.",
                id=repr(record.key[:80]),
            ),
            (record.key,),
        )


@cache
def _fields(kind: type[r.Record]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(kind))


def _check_plain_values(record: r.Record) -> None:
    for name, key in _fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            if not value.isascii() and _LONE_SURROGATE.search(value):
                raise refuse(
                    record,
                    key,
                    message("the text holds half a character (a lone surrogate); write it again."),
                )
        elif isinstance(value, dt.date):
            if not FIRST_YEAR <= value.year <= LAST_YEAR:
                raise refuse(record, key, _out_of_years())
        elif isinstance(value, float) and not math.isfinite(value):
            raise refuse(record, key, message("this is not a finite number."))


def _out_of_years() -> Message:
    return message("days from {first} to {last} can be planned.", first=FIRST_YEAR, last=LAST_YEAR)


def _within(record: r.Record, field: str, low: float, high: float) -> None:
    value = getattr(record, field)
    if value is not None and not low <= value <= high:
        raise refuse(
            record,
            field,
            message(
                "{value} is out of range; it must be from {low} to {high}.",
                value=value,
                low=low,
                high=high,
            ),
        )


def _duration(record: r.Record, field: str, *, signed: bool = False) -> Duration | None:
    text = getattr(record, field)
    if text is None:
        return None
    try:
        return parse_duration(text, signed=signed)
    except CalendarError as error:
        raise refuse(record, field, error.message) from error


def _written_date(record: r.Node | r.RegisterItem, settings: r.PlanSettings) -> None:
    if record.date is None:
        return
    read_on = record.date_read_on if isinstance(record, r.Node) else None
    try:
        read_date(
            record.date,
            read_on or settings.reference_date or settings.status_date or _SOME_DAY,
            settings.fiscal_year_start or 4,
            settings.conventions,
        )
    except CalendarError as error:
        raise refuse(record, "date", error.message) from error


def _in_order(record: r.Record, first: str, second: str) -> None:
    early, late = getattr(record, first), getattr(record, second)
    if early is not None and late is not None and early > late:
        raise refuse(
            record,
            second,
            message(
                "{late} lies before “{first}”, {early}.",
                late=late,
                first=FIELD_NAMES[first],
                early=early,
            ),
        )


def _check_settings(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    assert isinstance(record, r.PlanSettings)  # noqa: S101 - the table below pairs them
    if record.holidays is not None and not has_known_holidays(record.holidays):
        raise refuse(
            record,
            "holidays",
            message(
                "The holidays of “{country}” are not known; write a country's code such as JP.",
                country=record.holidays[:40],
            ),
        )
    for name in CONVENTIONS.keys() & record.conventions:
        try:
            convention(name, record.conventions)
        except CalendarError as error:
            raise refuse(record, "conventions", error.message) from error
    _within(record, "fiscal_year_start", 1, 12)
    _within(record, "near_critical_days", 0, 36_500)
    _in_order(record, "horizon_start", "horizon_end")
    _check_quick_ranges(record)


def _check_quick_ranges(record: r.PlanSettings) -> None:
    categories = [(one.track, one.kind) for one in record.quick_ranges]
    if len(set(categories)) < len(categories):
        raise refuse(record, "quick_ranges", message("two ranges are for the same track or kind."))
    for one in record.quick_ranges:
        if one.track is not None and one.kind is not None:
            raise refuse(
                record, "quick_ranges", message("a range is for a track or for a kind, not both.")
            )
        if not (-1 <= one.low <= 0 <= one.high <= WIDEST_RANGE):
            raise refuse(
                record,
                "quick_ranges",
                message("a range goes from −100 % to 0 % down and from 0 % to 1,000 % up."),
            )


def _check_node(record: r.Record, settings: r.PlanSettings) -> None:
    assert isinstance(record, r.Node)  # noqa: S101 - the table below pairs them
    if record.number is not None and not 1 <= len(record.number) <= _LONGEST_NUMBER:
        raise refuse(record, "number", message("a number has 1 to 16 characters."))
    _in_order(record, "not_before", "not_after")
    _within(record, "success", 0, 1)
    _within(record, "progress", 0, 1)
    for year, amount in record.budget:
        if not FIRST_YEAR <= year <= LAST_YEAR or not math.isfinite(amount):
            raise refuse(record, "budget", _out_of_years())
    if record.pin is not None and not all(map(math.isfinite, record.pin)):
        raise refuse(record, "pin", message("this is not a finite number."))
    _check_three_points(record)
    _written_date(record, settings)


def _check_three_points(node: r.Node) -> None:
    named = [
        (field, duration)
        for field in ("optimistic", "duration", "pessimistic")
        if (duration := _duration(node, field)) is not None
    ]
    for (_, shorter), (field, longer) in pairwise(named):
        if shorter.family != longer.family:
            raise refuse(
                node,
                field,
                message(
                    "{one} and {other} cannot be compared; write all three with days and "
                    "weeks, with months and years, or with working days.",
                    one=shorter.text,
                    other=longer.text,
                ),
            )
        if shorter.amount_in_family > longer.amount_in_family:
            raise refuse(
                node,
                field,
                message(
                    "{longer} is shorter than {shorter}; optimistic ≤ likely ≤ pessimistic.",
                    longer=longer.text,
                    shorter=shorter.text,
                ),
            )


def _check_link(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    assert isinstance(record, r.Link)  # noqa: S101 - the table below pairs them
    _duration(record, "lag", signed=True)
    if record.relation != "requires":
        for field in ("type", "lag", "choice", "option"):
            if getattr(record, field) is not None:
                raise refuse(
                    record,
                    field,
                    message(
                        "only a “requires” link carries it, and this one is “{relation}”.",
                        relation=record.relation,
                    ),
                )
    if (record.choice is None) != (record.option is None):
        field = "option" if record.option is None else "choice"
        raise refuse(record, field, message("choice and option come together."))


def _check_choice(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    _within(record, "needed", 1, 10_000)


def _check_kpi(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    assert isinstance(record, r.Kpi)  # noqa: S101 - the table below pairs them
    points = (
        ("baseline", record.baseline),
        *(("waypoints", point) for point in record.waypoints),
        ("target", record.target),
    )
    for field, point in points:
        if point is None:
            continue
        day, value = point
        if not math.isfinite(value):
            raise refuse(record, field, message("this is not a finite number."))
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise refuse(record, field, _out_of_years())
        if record.shape == "compound" and value <= 0:
            raise refuse(record, "shape", message("compound growth needs values above 0."))
    start = record.baseline and record.baseline[0]
    end = record.target and record.target[0]
    if start and end and start >= end:
        raise refuse(
            record,
            "target",
            message(
                "{late} does not lie after “{first}”, {early}.",
                late=end,
                first=FIELD_NAMES["baseline"],
                early=start,
            ),
        )


def _check_contribution(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    _duration(record, "ramp")


def _check_register(record: r.Record, settings: r.PlanSettings) -> None:
    assert isinstance(record, r.RegisterItem)  # noqa: S101 - the table below pairs them
    _within(record, "likelihood", 0, 1)
    _within(record, "impact", 1, 5)
    _duration(record, "delay")
    _duration(record, "lead")
    _written_date(record, settings)


def _check_gate(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    assert isinstance(record, r.Gate)  # noqa: S101 - the table below pairs them
    _duration(record, "leads")
    for day in record.on:
        if not _is_yearly_day(day):
            raise refuse(
                record,
                "on",
                message(
                    "{text} is not a day of the year; write month and day as 08-31.",
                    text=repr(day[:40]),
                ),
            )
    if any(not FIRST_YEAR <= day.year <= LAST_YEAR for day in record.opens):
        raise refuse(record, "opens", _out_of_years())


def _is_yearly_day(text: str) -> bool:
    found = _YEARLY_DAY.fullmatch(text)
    if not found:
        return False
    leap_year = 2000
    try:
        dt.date(leap_year, int(found[1]), int(found[2]))
    except ValueError:
        return False
    return True


def _check_draft(record: r.Record, settings: r.PlanSettings) -> None:
    del settings
    assert isinstance(record, r.Draft)  # noqa: S101 - the table below pairs them
    for change in record.changes:
        if change.record not in r.RECORD_TYPES or change.record == "draft":
            raise refuse(
                record,
                "changes",
                message("there is no kind of record “{kind}”.", kind=change.record[:60]),
            )
        kind = r.RECORD_TYPES[change.record]
        types = {one.encode_name: one.type for one in msgspec.structs.fields(kind)}
        if change.field is not None and change.field not in types:
            raise refuse(
                record, "changes", message("the key “{key}” is unknown.", key=change.field[:60])
            )
        wanted = kind if change.field is None else types[change.field]
        try:
            for value in (change.before, change.after):
                held = None if value is None else msgspec.convert(value, wanted)
                if isinstance(held, r.Record) and held.key != change.id:
                    raise refuse(
                        record,
                        "changes",
                        message("there is no record with the id {id}.", id=change.id[:80]),
                    )
        except msgspec.ValidationError as error:
            raise refuse(
                record,
                "changes",
                message("{id}: {problem}.", id=change.id[:80], problem=str(error)[:120]),
            ) from None


def _check_nothing_more(record: r.Record, settings: r.PlanSettings) -> None:
    del record, settings


_CHECKS: dict[type[r.Record], Callable[[r.Record, r.PlanSettings], None]] = {
    **dict.fromkeys(r.RECORD_TYPES.values(), _check_nothing_more),
    r.PlanSettings: _check_settings,
    r.Node: _check_node,
    r.Link: _check_link,
    r.Choice: _check_choice,
    r.Kpi: _check_kpi,
    r.Contribution: _check_contribution,
    r.RegisterItem: _check_register,
    r.Gate: _check_gate,
    r.Draft: _check_draft,
}
