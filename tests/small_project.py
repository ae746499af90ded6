"""A small plan with links, a KPI, an obstacle and a translation, for tests of files."""

import datetime as dt
from pathlib import Path

from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan
from strategy_planner.storage.project_file import ProjectFile


def small_plan() -> Plan:
    return Plan.from_records(
        [
            r.PlanSettings(title="量子技術イノベーション戦略", language="ja", show_era=True),
            r.Track(id="t", name="研究開発", order=1),
            r.Organisation(id="o", name="内閣府"),
            r.Node(id="v", kind="vision", number="V-001", title="2030年の社会像"),
            *(
                r.Node(
                    id=f"a{one}",
                    kind="action",
                    number=f"A-{one:03d}",
                    title=f"施策{one}",
                    parent="v",
                    track="t",
                    owner="o",
                    cost=one,
                )
                for one in range(1, 8)
            ),
            *(
                r.Link(id=f"l{one}", prerequisite=f"a{one}", dependent="v", relation="requires")
                for one in range(1, 8)
            ),
            r.Kpi(id="k", node="v", target=(dt.date(2030, 12, 31), 92.0)),
            r.RegisterItem(id="ob", kind="obstacle", touches=("a2",), resolved_by=("a1",)),
            r.Translation(record="v", field="title", language="en", text="Society in 2030"),
        ]
    )


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(file.name for file in folder.iterdir())


def files_beside(project: ProjectFile) -> list[str]:
    """The names in the project's folder."""
    return names_in(project.path.parent)
