"""The committed samples are what the script builds, and the program reads them."""

import subprocess
import sys
from pathlib import Path

import pytest

from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_projects"
NAMES = (
    "bio_strategy_2019",
    "quantum_innovation",
    "ai_strategy",
    "data_dfft_privacy",
    "worked_example",
)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    script = ROOT / "packaging" / "build_samples.py"
    done = subprocess.run(
        [sys.executable, str(script), "--to", str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_what_the_script_builds(rebuilt, name):
    assert (rebuilt / f"{name}.json").read_bytes() == (SAMPLES / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_in_its_canonical_form(name):
    data = (SAMPLES / f"{name}.json").read_bytes()
    assert write_plan_json(read_plan_json(data)).encode() == data
