import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_projects"
REAL_PLANS = ("bio_strategy_2019", "quantum_innovation", "ai_strategy", "data_dfft_privacy")
LISTS = (
    "tracks",
    "organisations",
    "nodes",
    "links",
    "choices",
    "pathways",
    "kpis",
    "measurements",
    "contributions",
    "register",
    "gates",
    "reviews",
    "baselines",
)


class Sample:
    """A sample's JSON, looked at without the program's own readers."""

    def __init__(self, name):
        self.name = name
        self.document = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        self.records = {
            record["id"]: (list_name, record)
            for list_name in LISTS
            for record in self.document.get(list_name, ())
        }
        self.english = {
            (entry["record"], entry["field"]): entry["text"]
            for entry in self.document["translations"]
            if entry["language"] == "en"
        }

    def __getitem__(self, record_id):
        return self.records[record_id][1]

    def list_of(self, record_id):
        return self.records[record_id][0]


class RealPlan(Sample):
    """A real plan with the facts that it was built from."""

    def __init__(self, name):
        super().__init__(name)
        path = SAMPLES / "facts" / f"{name}.json"
        self.facts = json.loads(path.read_text(encoding="utf-8"))
        self.kinds = {item["id"]: item["kind"] for item in self.facts["items"]}


@pytest.fixture(params=REAL_PLANS)
def real_plan(request):
    return RealPlan(request.param)


@pytest.fixture
def bio():
    return RealPlan("bio_strategy_2019")


@pytest.fixture
def example():
    return Sample("worked_example")
