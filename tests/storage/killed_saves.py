"""Saves a project again and again and is killed at every step; prints what was found as JSON.

Run in a process of its own by ``test_saving_faults.py``: it forks.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from faults import Faults
from small_project import names_in, small_plan
from strategy_planner.model.edits import set_fields
from strategy_planner.storage.project_file import new_project, open_project, save_project
from strategy_planner.storage.verification import verify_file


def save_reaches_its_end(point: int, path: Path) -> bool:
    """Save in a child that dies at ``point``; True when it ended before it came there."""
    child = os.fork()
    if child == 0:
        project = open_project(path)
        project.plan.apply(set_fields(project.plan, "settings", "settings", title="new"))
        faults = Faults(point, lambda: os._exit(9))
        with faults.at_work():
            save_project(project, project.plan)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main(folder: Path) -> None:
    plan = small_plan()
    plan.apply(set_fields(plan, "settings", "settings", title="old"))
    template = new_project(folder / "template.splan", plan).path
    found: list[dict[str, object]] = []
    for point in range(100):
        room = folder / str(point)
        room.mkdir()
        path = Path(shutil.copy(template, room / "p.splan"))
        reached_the_end = save_reaches_its_end(point, path)
        found.append(
            {
                "whole": verify_file(path).ok,
                "title": open_project(path).plan.settings.title,
                "beside": len(names_in(room)) - 1,
                "to_the_end": reached_the_end,
            }
        )
        if reached_the_end:
            break
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
