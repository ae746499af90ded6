"""A project in a file."""

from pathlib import Path

import pytest

from small_project import small_plan
from strategy_planner.storage.project_file import ProjectFile, new_project


@pytest.fixture
def project(tmp_path: Path) -> ProjectFile:
    """A project in a folder of its own, just saved."""
    folder = tmp_path / "strategy"
    folder.mkdir()
    return new_project(folder / "plan.splan", small_plan())
