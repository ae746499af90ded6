"""Small late plans, and what a person does who makes a repair's changes in the plan's JSON."""

import datetime as dt
import json

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.late_chains import late_chains
from strategy_planner.analysis.schedule import schedule
from strategy_planner.interchange.plan_json import plan_as_json
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

TODAY = dt.date(2020, 1, 1)


def action(id_, duration=None, **fields):
    return r.Node(id=id_, kind="action", title=id_, duration=duration, **fields)


def vision(target, **fields):
    return r.Node(id="V", kind="vision", title="V", target=dt.date.fromisoformat(target), **fields)


def link(start, end, **fields):
    return r.Link(
        id=f"{start}-{end}", prerequisite=start, dependent=end, relation="requires", **fields
    )


def plan_of(*records):
    return Plan.from_records([r.PlanSettings(status_date=TODAY, reference_date=TODAY), *records])


def chains_of(plan):
    return late_chains(plan, schedule(plan))


def only_chain(plan):
    (chain,) = chains_of(plan)
    return chain


def shortage(plan, item):
    """The days by which an item ends after its own limit; None where it cannot come."""
    found = schedule(plan)
    place = found.network.index[item]
    finish = found.early.finish[place]
    return None if finish >= NEVER else finish - found.network.limits[place].last


def make_in_json(document, changes):
    """What a script does with the changes of `late --json` (CONTRACT 2)."""
    lists = r.LIST_NAMES
    for change in changes:
        held = document.setdefault(lists[change["record"]], [])
        records = [held] if change["record"] == "settings" else held
        if change["field"] is None:
            if change["before"] is not None:
                held.remove(change["before"])
            if change["after"] is not None:
                held.append(change["after"])
            continue
        record = next(one for one in records if one["id"] == change["id"])
        assert record.get(change["field"]) == change["before"]
        if change["after"] is None:
            del record[change["field"]]
        else:
            record[change["field"]] = change["after"]
    return document


def document_of(plan):
    return json.loads(json.dumps(plan_as_json(plan)))
