"""Small plans whose chances follow by hand: a vision on a day, and what it waits for."""

import datetime as dt

from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import terms_of
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

STATUS = dt.date(2024, 1, 1)


def after(days):
    """The last day by which ``days`` of work from the status date on are finished."""
    return STATUS + dt.timedelta(days=days - 1)


def action(name, points="", **fields):
    """An action; ``points`` are its three durations: ``6d 12d 30d``."""
    if points:
        low, likely, high = points.split()
        fields |= {"optimistic": low, "duration": likely, "pessimistic": high}
    return r.Node(id=name, kind="action", title=name, **fields)


def needs(end, *names, **fields):
    return [
        r.Link(id=f"{name}-{end}", prerequisite=name, dependent=end, relation="requires", **fields)
        for name in names
    ]


def one_of(end, *names, needed=None):
    """A choice with an option for each name."""
    yield r.Choice(id=f"choice-{end}", node=end, needed=needed)
    for name in names:
        yield from needs(end, name, choice=f"choice-{end}", option=name)


def plan_of(*records, target, **settings):
    """A plan with the vision ``v``, to be reached by the last day ``target``."""
    vision = r.Node(id="v", kind="vision", title="v", target=target)
    base = r.PlanSettings(status_date=STATUS, reference_date=STATUS, **settings)
    nodes = [record for record in records if isinstance(record, r.Node)]
    rest = [record for record in records if not isinstance(record, r.Node)]
    return Plan.from_records([base, vision, *nodes, *rest])


def simulated(plan, **terms):
    return simulate(plan, schedule(plan), terms_of(plan.settings, **terms))


def chance(plan, **terms):
    """The chance that the vision comes in time."""
    return simulated(plan, **terms).targets["v"].chance_by_target


def within_three_errors(found, expected, samples=10_000):
    return abs(found - expected) <= 3 * (expected * (1 - expected) / samples) ** 0.5
