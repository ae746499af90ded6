"""The golden pathways: what is in every one of them, and what no way does without."""

import datetime as dt
import json
from pathlib import Path

from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json").read_text("utf-8")
)["pathways"]
STATUS = dt.date(2024, 1, 1)


def plan_of(names, *records):
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    vision = r.Node(id="V", kind="vision", title="V", target=dt.date(2030, 1, 1))
    nodes = [r.Node(id=one, kind="action", title=one) for one in names]
    return Plan.from_records([settings, vision, *nodes, *records])


def requires(end, start, option=None):
    choice = None if option is None else f"choice-{end}"
    name = f"{start}-{end}-{option or ''}".replace(" ", "_")
    return r.Link(
        id=name, prerequisite=start, dependent=end, relation="requires", choice=choice,
        option=option,
    )  # fmt: skip


def compared(plan):
    return compare_pathways(plan, schedule(plan))


def test_what_is_in_every_pathway_is_no_regret():
    pathways = GOLDEN["pathways"]
    links = [requires("V", item, name) for name, items in pathways.items() for item in items]
    plan = plan_of("abcde", r.Choice(id="choice-V", node="V"), *links)
    assert list(compared(plan).no_regret) == GOLDEN["expected"]["no_regret"]
    everywhere = [item for item, share in GOLDEN["expected"]["share"].items() if share == 1]
    assert everywhere == list(compared(plan).no_regret)


def and_or_plan():
    """``["and", ...]`` becomes plain links, ``["or", ...]`` a choice with an option for each."""
    links, choices = [], []
    for end, tree in GOLDEN["andor"]["requires"].items():
        word, *parts = tree if isinstance(tree, list) else ("and", tree)
        if word == "and":
            links += [requires(end, part) for part in parts]
            continue
        choices.append(r.Choice(id=f"choice-{end}", node=end))
        for place, (_, *items) in enumerate(parts):
            links += [requires(end, item, f"option {place}") for item in items]
    return plan_of("abcde", *choices, *links)


def test_what_no_way_does_without_is_necessary():
    plan = and_or_plan()
    assert list(compared(plan).necessary) == GOLDEN["andor"]["necessary"]
    in_all = set.intersection(*map(set, GOLDEN["andor"]["minimal_pathways"]))
    assert set(compared(plan).necessary) <= in_all
