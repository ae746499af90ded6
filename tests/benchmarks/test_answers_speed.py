"""What a window answers after an edit of a plan of 1,000 items, against both passes as a whole."""

import datetime as dt
import sys

import msgspec
import pytest

from benchmarks.test_schedule_speed import seconds
from large_plans import DAY, large_plan
from strategy_planner.analysis.decisions.calendar import decision_calendar
from strategy_planner.analysis.kpis.standing import kpi_standings
from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import schedule
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, replaced
from strategy_planner.model.plan import Plan

COUNT, CHOICES, KPIS = 1_000, 10, 20
EDIT_MS, PATHWAYS_MS = 30, 300


def plan_with_choices_and_kpis():
    """Ten choices of up to three options, twenty KPIs measured each year for five years."""
    plan = large_plan(COUNT)
    into = {}
    for link in plan.links.values():
        into.setdefault(link.dependent, []).append(link.id)
    branching = [id_ for id_, links in into.items() if len(links) >= 2]
    chosen = branching[:: len(branching) // CHOICES][:CHOICES]
    records = [with_option(record, into, chosen) for record in plan.every_record()]
    records += [r.Choice(id=f"c-{id_}", node=id_) for id_ in chosen]
    states = [node.id for node in plan.nodes.values() if node.kind == "state"]
    actions = [node.id for node in plan.nodes.values() if node.kind == "action"]
    for index, node in enumerate(states[:KPIS]):
        records += measured(f"k{index}", node, actions[5 * index : 5 * index + 5])
    return Plan.from_records(records)


def with_option(record, into, chosen):
    if not isinstance(record, r.Link) or record.dependent not in chosen:
        return record
    place = into[record.dependent].index(record.id)
    return msgspec.structs.replace(
        record, choice=f"c-{record.dependent}", option=f"way {place % 3}"
    )


def measured(kpi, node, actions):
    yield r.Kpi(
        id=kpi, node=node, baseline=(dt.date(2019, 3, 31), 10), target=(dt.date(2050, 3, 31), 90)
    )
    for year in range(2020, 2025):
        day = dt.date(year, 3, 31)
        yield r.Measurement(id=f"{kpi}-{year}", kpi=kpi, date=day, value=year - 2008.0)
    for action in actions:
        yield r.Contribution(id=f"{kpi}-{action}", node=action, kpi=kpi, amount=4, ramp="24mo")


@pytest.mark.benchmark
def test_answers_after_one_edit(record_property, capsys):
    plan = plan_with_choices_and_kpis()
    assert plan.settings.status_date == DAY
    before = schedule(plan)
    node = plan.nodes[f"n{COUNT // 2}"]
    edit = ChangeSet((replaced(node, msgspec.structs.replace(node, duration="25mo")),), message(""))
    plan.apply(edit)

    def answer():
        now = rescheduled(before, plan, edit.changes)
        states = [dates.state for dates in now.items.values()]
        return states, decision_calendar(plan, now), kpi_standings(plan, now)

    states, calendar, standings = answer()
    assert len(states) == COUNT
    assert len(calendar.choices) == CHOICES
    assert all(one.closes_on is not None for one in calendar.options)
    assert len(standings) == KPIS
    report("answers after one edit", answer, plan, EDIT_MS, record_property, capsys)


@pytest.mark.benchmark
def test_no_regret_and_necessary(record_property, capsys):
    plan = plan_with_choices_and_kpis()
    today = schedule(plan)
    assert compare_pathways(plan, today).necessary

    def answer():
        return compare_pathways(plan, today)

    report("no-regret and necessary", answer, plan, PATHWAYS_MS, record_property, capsys)


def report(what, answer, plan, limit_ms, record_property, capsys):
    taken = 1000 * seconds(answer, 7)
    floor = 1000 * seconds(lambda: schedule(plan), 7)
    record_property("milliseconds", taken)
    record_property("ratio_to_both_passes", taken / floor)
    with capsys.disabled():
        sys.stdout.write(f"\n{what}: {taken:.1f} ms, {taken / floor:.1f} × both passes\n")
    assert taken <= limit_ms
