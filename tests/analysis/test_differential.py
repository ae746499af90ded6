"""The passes against a second, obvious implementation, on thousands of random plans."""

import datetime as dt
from random import Random

import msgspec
import pytest

from analysis.random_plans import random_plan
from analysis.reference import Reference
from strategy_planner.analysis.schedule import schedule


def differences(plan, **options):
    """Every figure that the two implementations tell differently."""
    found, expected = schedule(plan, **options), Reference(plan, **options)
    assert list(found.items) == expected.alive
    for i, item in found.items.items():
        wanted = expected.item(i)
        for name, value in msgspec.structs.asdict(item).items():
            if value != wanted[name]:
                yield i, name, value, wanted[name]
    wanted = expected.targets()
    assert list(found.targets) == list(wanted)
    for i, dates in found.targets.items():
        got = {**msgspec.structs.asdict(dates), "blocked_by": set(dates.blocked_by)}
        if got != wanted[i]:
            yield i, "target", got, wanted[i]
    if list(found.critical_chain) != expected.critical_chain():
        yield "", "critical_chain", found.critical_chain, expected.critical_chain()


@pytest.mark.parametrize("seed", range(0, 3000, 250))
def test_both_implementations_agree_to_the_day(seed):
    for one in range(seed, seed + 250):
        plan = random_plan(Random(one))
        assert list(differences(plan)) == [], one


@pytest.mark.parametrize("seed", range(100_000, 100_300, 100))
def test_they_agree_for_another_status_date_and_pathway(seed):
    for one in range(seed, seed + 100):
        plan = random_plan(Random(one))
        day = dt.date(2025, 11, 3)
        assert list(differences(plan, status_date=day, pathway="p0")) == [], one
