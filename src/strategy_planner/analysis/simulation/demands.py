"""What its prerequisites demand of an item, in every run of a batch (SEMANTICS 3.1, 3.2, 3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np

from strategy_planner.analysis.limits import ANY_TIME
from strategy_planner.analysis.network import FF, FS, SS, Option, Selection, Tie, Wait
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.lengths import Length, earlier, later, length_of

NO_DEMAND = np.array([float(ANY_TIME)])
NEVER_COMES = np.array([np.inf])


class Claim(NamedTuple):
    """One prerequisite's demand. It sets a date only where it equals that date, and where all of
    ``start_through`` (or ``finish_through``) do: the options and choices on the way to it.
    """

    other: int
    link: str | None
    start: Floats
    finish: Floats | None
    start_through: tuple[Floats, ...] = ()
    finish_through: tuple[Floats, ...] = ()


@dataclass(slots=True)
class Asked:
    """What all prerequisites together demand; ``finish`` is None where nothing asks for one."""

    start: Floats = field(default_factory=lambda: NO_DEMAND)
    finish: Floats | None = None
    claims: list[Claim] = field(default_factory=list)


class Dates(Protocol):
    """The dates of what comes before, and the holidays by which lags count."""

    start: list[Floats]
    finish: list[Floats]
    country: str | None


def asked_of(
    dates: Dates,
    ties: Sequence[Tie],
    selections: Sequence[Selection],
    waits: Sequence[Wait],
    length: Length,
) -> Asked:
    """The demands of plain links, choices and obstacles on an item of ``length``."""
    asked = Asked()
    for tie in ties:
        _ask(asked, _claim(dates, tie, length))
    for wait in waits:
        value, claims = _resolved(dates, wait)
        asked.start = np.maximum(asked.start, value)
        asked.claims += claims
    for selection in selections:
        _select(dates, asked, selection, length)
    return asked


def _ask(asked: Asked, claim: Claim) -> None:
    asked.claims.append(claim)
    asked.start = np.maximum(asked.start, claim.start)
    if claim.finish is not None:
        asked.finish = _latest(asked.finish, claim.finish)


def _claim(dates: Dates, tie: Tie, length: Length) -> Claim:
    """What a link demands; its start and finish are infinite together (3.1)."""
    other, _, kind, lag, link, _ = tie
    after = length_of(lag, dates.country)
    if kind == FS:
        return Claim(other, link, later(dates.finish[other], after), None)
    if kind == SS:
        return Claim(other, link, later(dates.start[other], after), None)
    end = later(dates.finish[other] if kind == FF else dates.start[other], after)
    return Claim(other, link, earlier(end, length), end)


def _resolved(dates: Dates, wait: Wait) -> tuple[Floats, list[Claim]]:
    """When the first resolver of an obstacle is done; never, where there is none (3.7)."""
    if not wait.resolvers:
        return NEVER_COMES, []
    value = smallest([dates.finish[place] for place in wait.resolvers], 1)
    return value, [
        Claim(place, None, dates.finish[place], None, (value,)) for place in wait.resolvers
    ]


def _select(dates: Dates, asked: Asked, selection: Selection, length: Length) -> None:
    """The k-th smallest demand over the options, start and finish each for itself (3.2)."""
    options = [_of_option(dates, option, length) for option in selection.options]
    start = smallest([option.start for option in options], selection.needed)
    asked.start = np.maximum(asked.start, start)
    finish = None
    if any(option.finish is not None for option in options):
        finish = smallest([_finish_of(option) for option in options], selection.needed)
        asked.finish = _latest(asked.finish, finish)
    for option in options:
        for claim in option.claims:
            asked.claims.append(
                claim._replace(
                    start_through=(*claim.start_through, option.start, start),
                    finish_through=()
                    if option.finish is None or finish is None
                    else (option.finish, finish),
                )
            )


def _of_option(dates: Dates, option: Option, length: Length) -> Asked:
    asked = asked_of(dates, option.ties, (), option.waits, length)
    if option.dropped:
        asked.start = asked.finish = NEVER_COMES
    return asked


def _finish_of(option: Asked) -> Floats:
    return NO_DEMAND if option.finish is None else option.finish


def smallest(values: Sequence[Floats], count: int) -> Floats:
    """In each run the ``count``-th smallest of the values."""
    if count in {1, len(values)}:
        pick = np.minimum if count == 1 else np.maximum
        found = values[0]
        for value in values[1:]:
            found = pick(found, value)
        return found
    table = np.stack(np.broadcast_arrays(*values))
    table.partition(count - 1, axis=0)
    return np.asarray(table[count - 1], dtype=np.float64)


def _latest(one: Floats | None, other: Floats) -> Floats:
    return other if one is None else np.maximum(one, other)
