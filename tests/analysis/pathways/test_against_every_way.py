"""Necessary and no-regret items against the plain listing of every way of choosing."""

import datetime as dt
from itertools import combinations, product
from math import prod
from random import Random

import msgspec
import pytest

from analysis.random_plans import random_plan
from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

MOST_WAYS = 80


def simple(plan):
    """Start and finish are picked each for itself (3.2), which no single way may answer to; and
    what needs a gate that never opens again is necessary all the same.
    """

    def plain(record):
        if isinstance(record, r.Link) and record.type != "SS":
            return msgspec.structs.replace(record, type=None)
        if isinstance(record, r.Node):
            return msgspec.structs.replace(record, gate=None)
        return record

    return Plan.from_records(plain(record) for record in plan.every_record())


def is_open(item):
    return item.kind == "obstacle" and (item.state or "open") in {"open", "broken"}


def alternatives(plan):
    """What can be decided: options of choices, and of several resolvers the one that is used."""
    for choice in plan.choices.values():
        options = dict.fromkeys(
            link.option for link in plan.links.values() if link.choice == choice.id
        )
        if options:
            yield choice.id, list(combinations(options, choice.needed or 1))
    for item in plan.register.values():
        live = [id_ for id_ in item.resolved_by if plan.nodes[id_].status != "dropped"]
        if is_open(item) and len(live) > 1:
            yield item.id, [(id_,) for id_ in live]


def one_way(plan, decided):
    """The plan in which everything is decided."""
    records = []
    for record in plan.every_record():
        if isinstance(record, r.Pathway):
            continue
        if isinstance(record, r.RegisterItem) and record.id in decided:
            records.append(msgspec.structs.replace(record, resolved_by=decided[record.id]))
        else:
            records.append(record)
    chosen = {id_: names for id_, names in decided.items() if id_ in plan.choices}
    return Plan.from_records([*records, r.Pathway(id="way", chosen=chosen, active=True)])


def upstream(plan, chosen, targets):
    """All that the targets wait for, by plain links, the options taken and the resolvers."""
    ahead, seen = list(targets), set(targets)
    while ahead:
        here = plan.nodes[ahead.pop()]
        if here.status == "done" or here.actual_finish is not None:
            continue
        begun = here.actual_start is not None
        found, records = [], {here.id}
        for link in plan.links.values():
            if link.relation != "requires" or link.dependent != here.id:
                continue
            if link.choice is not None and link.option not in chosen[link.choice]:
                continue
            if plan.nodes[link.prerequisite].status == "dropped":
                continue
            records.add(link.id)
            if not begun or link.type in {"FF", "SF"}:
                found.append(link.prerequisite)
        for item in plan.register.values():
            if is_open(item) and not begun and records & set(item.touches):
                found += [i for i in item.resolved_by if plan.nodes[i].status != "dropped"]
        ahead += [id_ for id_ in found if id_ not in seen]
        seen.update(found)
    return seen


def is_done(plan, id_):
    return plan.nodes[id_].status == "done" or plan.nodes[id_].actual_finish is not None


def listed(plan):
    """No-regret and necessary items by listing all ways; None where there are too many."""
    decisions = dict(alternatives(plan))
    if prod(map(len, decisions.values())) > MOST_WAYS:
        return None
    in_time, reaching = [], {}
    for taken in product(*decisions.values()):
        decided = dict(zip(decisions, taken, strict=True))
        way = one_way(plan, decided)
        found = schedule(way)
        chosen = {
            choice: [option for group in [decided.get(choice, ())] for option in group]
            for choice in plan.choices
        }
        late = False
        for id_, dates in found.targets.items():
            if is_done(plan, id_):
                continue
            late |= dates.finish is None or dates.finish > dates.target + dt.timedelta(days=1)
            if dates.finish is not None:
                reaching.setdefault(id_, []).append(upstream(way, chosen, [id_]))
        if not late:
            in_time.append(upstream(way, chosen, found.targets))
    targets = set(schedule(plan).targets)
    always = set.intersection(*in_time) if in_time else set()
    without = set().union(*(set.intersection(*ways) for ways in reaching.values()))

    def kept(ids):
        return {id_ for id_ in ids if id_ not in targets and not is_done(plan, id_)}

    return kept(always), kept(without)


@pytest.mark.parametrize("seed", range(0, 600, 100))
def test_no_regret_and_necessary_items_are_those_of_the_listing(seed):
    compared = 0
    for one in range(seed, seed + 100):
        plan = simple(random_plan(Random(one), most=9))
        expected = listed(plan)
        if expected is None:
            continue
        compared += 1
        found = compare_pathways(plan, schedule(plan))
        assert (set(found.no_regret), set(found.necessary)) == expected, one
    assert compared > 40
