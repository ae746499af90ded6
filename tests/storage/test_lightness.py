"""The room costs little until a project is opened, and works beside a window in a thread."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from strategy_planner.model.edits import set_fields
from strategy_planner.storage.project_file import ProjectFile, open_project, save_project

LIGHT = """
import sys
import strategy_planner.storage.project_file
print(sorted({"sqlmodel", "sqlalchemy", "pydantic", "PySide6", "numpy"} & set(sys.modules)))
"""


def test_importing_the_room_loads_no_database_toolkit() -> None:
    run = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_opening_and_saving_in_threads(project: ProjectFile) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_project(project.path), range(8)))
        assert all(one.plan == project.plan for one in opened)
        project.plan.apply(set_fields(project.plan, "settings", "settings", title="threaded"))
        saved = pool.submit(save_project, project, project.plan).result()
    assert saved.revision == 2
    assert open_project(project.path).plan.settings.title == "threaded"


OPENING = """
import sys
from pathlib import Path
from strategy_planner.storage.project_file import open_project
assert open_project(Path(sys.argv[1])).plan.nodes
print(sorted({"sqlmodel", "sqlalchemy", "pydantic"} & set(sys.modules)))
"""


def test_a_plan_is_on_screen_before_the_database_toolkit_is_loaded(project: ProjectFile) -> None:
    run = subprocess.run(
        [sys.executable, "-c", OPENING, str(project.path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout == "[]\n"
