"""The five worked plans whose dates were checked by hand (golden/schedule.json)."""

import datetime as dt
import json
from pathlib import Path

import pytest

from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

CASES = json.loads((Path(__file__).parents[1] / "golden" / "schedule.json").read_text())["cases"]
ONE_DAY = dt.timedelta(days=1)


class GoldenPlan:
    """Builds the records of a case: ``or`` and ``k`` become choices, what is nested becomes an
    intermediate state (golden/README)."""

    def __init__(self, case):
        self.records = [r.PlanSettings(status_date=dt.date.fromisoformat(case["status_date"]))]
        self.links, self.choices, self.helpers = [], [], []
        for item in case["input"]:
            self.records.append(self.node(item))
            self.require(item["id"], item["requires"])
        self.records += [*self.helpers, *self.choices, *self.links]
        for node, option in (case["commit"] or {}).items():
            chosen = {f"choice-{node}": (f"option {option}",)}
            self.records.append(r.Pathway(id="committed", chosen=chosen, active=True))
        self.plan = Plan.from_records(self.records)

    def node(self, item):
        def day(key, back=0):
            text = item[key]
            return text and dt.date.fromisoformat(text) - back * ONE_DAY

        is_vision = item["kind"] == "vision"
        return r.Node(
            id=item["id"],
            kind=item["kind"],
            title=item["id"],
            duration=f"{item['duration_months']}mo",
            not_before=day("snet"),
            target=day("fnlt_boundary", 1) if is_vision else None,
            not_after=None if is_vision else day("fnlt_boundary", 1),
            actual_start=day("actual_start"),
            actual_finish=day("actual_finish_boundary", 1),
        )

    def require(self, node, tree, choice=None, option=None):
        if tree is None:
            return
        if isinstance(tree, str):
            self.links.append(
                r.Link(
                    id=f"{tree}-{node}-{option or ''}".replace(" ", "_"),
                    prerequisite=tree,
                    dependent=node,
                    relation="requires",
                    choice=choice,
                    option=option,
                )
            )
            return
        word, *parts = tree
        if choice is not None or (word != "and" and self.has_choice(node)):
            helper = f"{node}.{len(self.helpers)}"
            self.helpers.append(r.Node(id=helper, kind="state", title=helper))
            self.require(node, helper, choice, option)
            node, choice, option = helper, None, None
        if word == "and":
            for part in parts:
                self.require(node, part)
            return
        needed = 1 if word == "or" else parts.pop(0)
        self.choices.append(r.Choice(id=f"choice-{node}", node=node, needed=needed))
        for place, part in enumerate(parts):
            self.require(node, part, f"choice-{node}", f"option {place}")

    def has_choice(self, node):
        return any(choice.node == node for choice in self.choices)


def whole_months(early, late):
    """The months between two instants that lie on the same day of the month."""
    assert early.day == late.day
    return (late.year - early.year) * 12 + late.month - early.month


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_dates_slack_and_state_of_each_item(case):
    found = schedule(GoldenPlan(case).plan)
    for id_, wanted in case["expected"]["nodes"].items():
        item = found.items[id_]
        late = item.late_finish
        assert {
            "ES": item.early_start.isoformat(),
            "EF": item.early_finish.isoformat(),
            "LS": item.late_start and item.late_start.isoformat(),
            "LF": late and late.isoformat(),
            "slack_months": late and whole_months(item.early_finish, late),
            "state": "infeasible" if item.state == "late" else item.state,
        } == wanted, id_


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_chain_and_the_vision(case):
    found, wanted = schedule(GoldenPlan(case).plan), case["expected"]
    assert [i for i in found.critical_chain if "." not in i] == wanted["critical_chain"]
    vision = found.targets[case["vision"]]
    assert vision.finish.isoformat() == wanted["vision_EF_boundary"]
    assert whole_months(vision.finish, vision.target + ONE_DAY) == wanted["vision_slack_months"]
    assert found.feasible == (wanted["vision_slack_months"] >= 0)
