"""The time that is written into a project file."""

import datetime as dt

from strategy_planner.model.creation import fixed_moment


def now() -> dt.datetime:
    """This second in UTC, or the one that ``SOURCE_DATE_EPOCH`` fixes."""
    return fixed_moment() or dt.datetime.now(dt.UTC).replace(microsecond=0)


def stamp(moment: dt.datetime) -> str:
    """``2026-11-23T17:30:00Z``: how a moment stands in the file."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
