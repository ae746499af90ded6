"""Build the sample projects: the four real plans from their facts, and the worked example.

``python packaging/build_samples.py [--to FOLDER]``; the same input gives the same bytes.
"""

import argparse
import json
import os
import sys
import uuid
from pathlib import Path

from samples.facts import read_facts
from samples.from_facts import plan_from_facts
from samples.languages import Json, taken_apart
from samples.worked_example import worked_example
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.storage.project_file import new_project

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_projects"
FACTS = SAMPLES / "facts"
REAL_PLANS = ("bio_strategy_2019", "quantum_innovation", "ai_strategy", "data_dfft_privacy")
WORKED_EXAMPLE = "worked_example"
STATUS_DAY_EPOCH = 1559865600
"""2019-06-07T00:00:00Z, the day on which all samples stand: no time stamp depends on the build."""
PROJECT_IDS = uuid.UUID("6f0c1a52-0d0e-5b5c-9d3e-2b6a1f3f8a19")
"""The name space of the samples' project ids."""


def plan_documents() -> dict[str, Json]:
    """Each sample's plan as JSON values, base texts and translations taken apart."""
    real = {name: plan_from_facts(read_facts(FACTS, name)) for name in REAL_PLANS}
    bio = real["bio_strategy_2019"]
    additions = json.loads((FACTS / "worked_example_additions.json").read_text(encoding="utf-8"))
    every = {**real, WORKED_EXAMPLE: worked_example(bio, additions)}
    return {name: taken_apart(document) for name, document in every.items()}


def build(folder: Path) -> None:
    """Write each sample as JSON and as a project file into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in plan_documents().items():
        plan = read_plan_json(json.dumps(document, ensure_ascii=False).encode())
        (folder / f"{name}.json").write_text(write_plan_json(plan), encoding="utf-8")
        project_id = str(uuid.uuid5(PROJECT_IDS, name))
        new_project(folder / f"{name}.splan", plan, overwrite=True, project_id=project_id)
        print(f"{name}: {len(plan.nodes)} items, {len(plan.links)} links")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Build the sample projects.")
    parser.add_argument("--to", type=Path, default=SAMPLES, help="folder to write into")
    os.environ["SOURCE_DATE_EPOCH"] = str(STATUS_DAY_EPOCH)
    build(parser.parse_args().to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
