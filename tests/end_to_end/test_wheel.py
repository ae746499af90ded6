"""The wheel, installed away from the checkout, finds its fonts, catalogue and samples."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    subprocess.run([*command, ROOT], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def script(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command; its dependencies are those of the environment of the tests."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    answer = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    site = Path(answer.stdout.strip())
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel],
        check=True, capture_output=True,
    )  # fmt: skip
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts / "strategy-planner"


def run(script: Path, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    } | {"LANG": "ja_JP.UTF-8", "SOURCE_DATE_EPOCH": "1559865600"}
    environment.pop("LC_ALL", None)
    return subprocess.run(
        [script, *map(str, arguments)], cwd=folder, env=environment,
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


def test_the_wheel_holds_what_the_program_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for needed in (
        "resources/fonts/NotoSansJP_400Regular.ttf",
        "resources/fonts/OFL-NotoSansJP.txt",
        "resources/icons/undo-2.svg",
        "resources/icons/LICENSE-lucide.txt",
        "resources/themes/tokens.json",
        "resources/locale/ja/LC_MESSAGES/strategy_planner.mo",
        "sample_projects/worked_example.splan",
    ):
        assert f"strategy_planner/{needed}" in names


def test_samples_and_catalogue_are_found_from_any_folder(script: Path, tmp_path: Path) -> None:
    listed = run(script, tmp_path, "new", "--list")
    assert listed.returncode == 0, listed.stderr
    assert "worked_example" in listed.stdout
    assert "バイオ戦略2019" in listed.stdout
    made = run(script, tmp_path, "new", "mine.splan", "--sample", "worked_example")
    assert (made.returncode, made.stderr) == (0, "")
    again = run(script, tmp_path, "new", "mine.splan")
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert "既にあります" in again.stderr


def test_the_whole_way_from_a_sample_to_a_pack(script: Path, tmp_path: Path) -> None:
    run(script, tmp_path, "new", "mine.splan", "--sample", "bio_strategy_2019")
    scheduled = run(script, tmp_path, "schedule", "mine.splan", "--json")
    assert len(json.loads(scheduled.stdout)["items"]) > 40
    pack = run(script, tmp_path, "brief", "mine.splan", "-o", "pack.pdf", "--language", "en")
    assert (pack.returncode, pack.stderr) == (0, "")
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")
