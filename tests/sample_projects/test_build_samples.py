"""The committed samples are what the script builds, and the program reads them."""

import subprocess
import sys
from pathlib import Path

import pytest

from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.storage.project_file import open_project

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_projects"
NAMES = (
    "bio_strategy_2019",
    "quantum_innovation",
    "ai_strategy",
    "data_dfft_privacy",
    "worked_example",
)


def build(folder):
    script = ROOT / "packaging" / "build_samples.py"
    done = subprocess.run(
        [sys.executable, str(script), "--to", str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    return build(tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_what_the_script_builds(rebuilt, name):
    assert (rebuilt / f"{name}.json").read_bytes() == (SAMPLES / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_in_its_canonical_form(name):
    data = (SAMPLES / f"{name}.json").read_bytes()
    assert write_plan_json(read_plan_json(data)).encode() == data


@pytest.mark.parametrize("name", NAMES)
def test_the_project_file_holds_the_same_plan(rebuilt, name):
    """The bytes also depend on the version of SQLite, so the committed file is read."""
    project, again = (
        open_project(SAMPLES / f"{name}.splan"),
        open_project(rebuilt / f"{name}.splan"),
    )
    assert write_plan_json(project.plan).encode() == (SAMPLES / f"{name}.json").read_bytes()
    assert project.project_id == again.project_id
    assert (project.created_at, project.revision) == (again.created_at, again.revision)


def test_building_twice_gives_the_same_bytes(rebuilt, tmp_path):
    for second in build(tmp_path).iterdir():
        assert second.read_bytes() == (rebuilt / second.name).read_bytes()
