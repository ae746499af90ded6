"""Large plans for measuring: items in stages toward one vision."""

import datetime as dt
from random import Random

from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

DAY = dt.date(2024, 4, 1)
STAGES = 20
TITLES = [
    "データ基盤の全体設計",
    "拠点の選定と支援",
    "制度の見直し",
    "国際標準の提案",
    "人材の育成",
]


def large_plan(count: int, seed: int = 1) -> Plan:
    """Items in stages toward one vision, each needing one or two of the stage before it."""
    random = Random(seed)
    records: list[r.Record] = [r.PlanSettings(status_date=DAY, reference_date=DAY)]
    records.append(r.Node(id="v", kind="vision", title="ビジョン", target=dt.date(2060, 3, 31)))
    records += [r.Track(id=f"t{i}", name=f"トラック{i}", order=i) for i in range(5)]
    stages: list[list[str]] = [[] for _ in range(STAGES)]
    for index in range(count - 1):
        id_ = f"n{index}"
        stages[random.randrange(STAGES)].append(id_)
        records.append(
            r.Node(
                id=id_,
                kind=random.choice(["action", "action", "action", "state"]),
                number=f"A-{index:03}",
                title=f"{random.choice(TITLES)}{index}",
                track=f"t{index % 5}",
                duration=f"{random.randint(1, 20)}mo",
            )
        )
    for stage, later in zip(stages, [*stages[1:], ["v"]], strict=True):
        for source in stage:
            for target in random.sample(later, min(len(later), random.choice([1, 1, 2]))):
                records.append(
                    r.Link(
                        id=f"{source}-{target}",
                        prerequisite=source,
                        dependent=target,
                        relation="requires",
                    )
                )
    return Plan.from_records(records)
