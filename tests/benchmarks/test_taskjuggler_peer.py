"""Against TaskJuggler on the same precedence graph: the same dates, and the ratio of their times.

Days as durations and finish-start links only, which both understand alike. TaskJuggler computes
the forward pass; here both passes are done, from the text of the plan and from memory.
"""

import csv
import datetime as dt
import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.test_schedule_speed import DAY, links
from strategy_planner.analysis.schedule import schedule
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

resource = pytest.importorskip("resource", reason="processor time of others is told on POSIX")
TJ3 = shutil.which("tj3")
COUNT, MANY = 1_000, 1_600


def graph():
    random = Random(1)
    made = list(links(random, COUNT, MANY, COUNT // 25))
    days = {f"n{index}": random.randint(1, 30) for index in range(COUNT)}
    return days, [(one.prerequisite, one.dependent) for one in made]


def as_plan(days, ties):
    last = f"n{COUNT - 1}"
    nodes = [
        r.Node(id=id_, kind="vision" if id_ == last else "action", number=f"A-{place:04}",
               title=id_, duration=f"{many}d", target=dt.date(2060, 1, 1) if id_ == last else None)
        for place, (id_, many) in enumerate(days.items())
    ]  # fmt: skip
    requires = [
        r.Link(id=f"l{place}", prerequisite=one, dependent=other, relation="requires")
        for place, (one, other) in enumerate(ties)
    ]
    settings = r.PlanSettings(status_date=DAY, reference_date=DAY)
    return Plan.from_records([settings, *nodes, *requires])


def as_project(days, ties):
    needs = {}
    for one, other in ties:
        needs.setdefault(other, []).append(one)
    lines = [f'project p "P" {DAY} +6y {{ timezone "UTC" }}']
    for id_, many in days.items():
        depends = f" depends {', '.join(needs[id_])}" if id_ in needs else ""
        lines.append(f'task {id_} "{id_}" {{ duration {many}d{depends} }}')
    return "\n".join(lines)


REPORT = '\ntaskreport dates "dates" { formats csv columns id, start, end timeformat "%Y-%m-%d" }\n'


def run_tj3(folder: Path, text: str, *options: str) -> float:
    """The processor seconds that TaskJuggler takes for a project."""
    (folder / "plan.tjp").write_text(text, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    call = [str(TJ3), "--silent", *options, "plan.tjp"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processor_seconds(work):
    taken = []
    for _ in range(5):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.benchmark
@pytest.mark.skipif(TJ3 is None, reason="TaskJuggler is not installed (Debian package tj3)")
def test_the_same_dates_in_a_part_of_the_time(tmp_path, record_property, capsys):
    days, ties = graph()
    plan, project = as_plan(days, ties), as_project(days, ties)
    run_tj3(tmp_path, project + REPORT)
    with (tmp_path / "dates.csv").open(encoding="utf-8") as file:
        theirs = {
            row["Id"]: (row["Start"], row["End"]) for row in csv.DictReader(file, delimiter=";")
        }
    ours = schedule(plan).items
    assert theirs == {
        id_: (str(ours[id_].early_start), str(ours[id_].early_finish)) for id_ in days
    }
    text = write_plan_json(plan).encode()
    read = processor_seconds(lambda: list(schedule(read_plan_json(text)).items.values()))
    passes = processor_seconds(lambda: list(schedule(plan).items.values()))
    empty = run_tj3(tmp_path, as_project({"n0": 1}, []), "--no-reports")
    peer = run_tj3(tmp_path, project, "--no-reports") - empty
    record_property("ratio_read_and_scheduled", peer / read)
    record_property("ratio_scheduled", peer / passes)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{COUNT} items, {MANY} links: TaskJuggler {1000 * peer:.0f} ms without its start "
            f"({1000 * empty:.0f} ms); here {1000 * read:.0f} ms from the text "
            f"(1/{peer / read:.0f}), {1000 * passes:.1f} ms from memory (1/{peer / passes:.0f})\n"
        )
    assert peer / read >= 5
    assert peer / passes >= 20
