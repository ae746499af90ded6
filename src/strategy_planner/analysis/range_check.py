"""The years that can be planned, watched while dates are computed (SEMANTICS 1.4)."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from strategy_planner.calendars.errors import CalendarError
from strategy_planner.language import message
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.records import Node

FIRST = dt.date(1800, 1, 1).toordinal()
LAST = dt.date(2999, 12, 31).toordinal() + 1
"""The end of the last day: an instant may stand there, work may not."""


class OutOfRangeError(ValueError):
    """A computed instant that no plan can hold."""


class Watch:
    """Where a pass stands, so that a date out of range names its item."""

    __slots__ = ("place",)

    def __init__(self) -> None:
        self.place = 0

    def check(self, start: int, finish: int) -> None:
        """Raise OutOfRangeError unless both instants lie in the years that can be planned."""
        if not (FIRST <= start <= LAST and FIRST <= finish <= LAST):
            raise OutOfRangeError


@contextmanager
def watched(nodes: list[Node]) -> Iterator[Watch]:
    """A watch whose errors become a PlanError that names the item."""
    watch = Watch()
    try:
        yield watch
    except (CalendarError, OutOfRangeError) as error:
        node = nodes[watch.place]
        raise PlanError(
            message(
                "{item}: its computed dates leave the years 1800 to 2999; "
                "look at its duration, its links and its dates.",
                item=item_name(node),
            ),
            (node.id,),
        ) from error
