"""Crossings of links on the map against Graphviz dot, with the same columns, in the same run.

Both are counted on straight lines between neighbouring columns, with the same places at which long
links pass a column. dot is given the frames as clusters; links of the frames themselves are left
out, for dot knows no title bar at which they could end. Skipped where dot is not installed.
"""

import datetime as dt
import shutil
import subprocess
import sys
from collections import defaultdict
from itertools import combinations, pairwise
from random import Random

import pytest

from large_plans import large_plan
from map_checks import laid_out, sample
from strategy_planner.layout.map import compose
from strategy_planner.layout.map.task import Place, Placement, Task
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

DOT = shutil.which("dot")
DAY = dt.date(2024, 4, 1)
Heights = dict[Place, float]
Pieces = set[tuple[Place, Place]]

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(DOT is None, reason="Graphviz is not installed: apt-get install graphviz"),
]


def random_layers(layers: int, width: int, seed: int) -> Plan:
    """Items in layers, each needed by two of the next, some by one further on."""
    random = Random(seed)
    names = [[f"n{layer}_{at}" for at in range(width)] for layer in range(layers)]
    pairs = {(last, "v") for last in names[-1]}
    for layer, later in pairwise(range(layers)):
        for name in names[layer]:
            pairs |= {(name, other) for other in random.sample(names[later], 2)}
            if random.random() < 0.15 and later + 1 < layers:
                pairs.add((name, random.choice(names[random.randrange(later + 1, layers)])))
    records: list[r.Record] = [r.PlanSettings(status_date=DAY, reference_date=DAY)]
    records.append(r.Node(id="v", kind="vision", title="V", target=dt.date(2060, 3, 31)))
    records += [r.Node(id=n, kind="action", title=n, number=n) for row in names for n in row]
    records += [
        r.Link(id=f"{a}-{b}", prerequisite=a, dependent=b, relation="requires")
        for a, b in sorted(pairs)
    ]
    return Plan.from_records(records)


def placed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> tuple[Task, Placement]:
    """What was to be placed, and where it stands."""
    caught: list[tuple[Task, Placement]] = []
    place = compose.place

    def watched(task: Task) -> Placement:
        caught.append((task, place(task)))
        return caught[-1][1]

    with monkeypatch.context() as patch:
        patch.setattr(compose, "place", watched)
        laid_out(plan)
    return caught[0]


def pieces_of(task: Task, placement: Placement) -> tuple[dict[Place, int], Heights, Pieces]:
    """Columns and middles of all places, and the pieces of links between neighbouring columns."""
    columns: dict[Place, int] = {}
    heights: Heights = {}
    pieces: Pieces = set()
    structure = task.structure
    for index, edge in enumerate(structure.edges):
        if structure.vision == edge.source or {edge.source, edge.target} & set(structure.frames):
            continue
        way: list[Place] = [edge.source, *placement.ways[index]]
        if edge.target != structure.vision:
            way.append(edge.target)
        for place in way:
            if isinstance(place, str):
                columns[place] = placement.columns[place]
                heights[place] = placement.tops[place] + task.heights[place] / 2
            else:
                columns[place], heights[place] = place.column, placement.stops[place]
        pieces |= {(a, b) for a, b in pairwise(way) if columns[a] == columns[b] + 1}
    return columns, heights, pieces


def crossings(columns: dict[Place, int], heights: Heights, pieces: Pieces) -> int:
    gaps: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for a, b in pieces:
        gaps[columns[a]].append((heights[a], heights[b]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for gap in gaps.values()
        for one, other in combinations(gap, 2)
    )


def by_dot(task: Task, columns: dict[Place, int], pieces: Pieces) -> Heights:
    """The heights that dot gives the same places in the same columns."""
    names = {place: f"p{index}" for index, place in enumerate(columns)}
    ranks: dict[int, list[str]] = defaultdict(list)
    clusters: dict[str, list[str]] = defaultdict(list)
    for place, column in columns.items():
        ranks[column].append(names[place])
        frame = task.structure.frame_of.get(place) if isinstance(place, str) else place.frame
        if frame is not None:
            clusters[frame].append(names[place])
    order = sorted(ranks, reverse=True)
    lines = ["digraph {newrank=true; rankdir=LR; node [shape=box]"]
    lines += [f"r{column} [style=invis]" for column in order]
    lines.append(" -> ".join(f"r{column}" for column in order) + " [style=invis, weight=0]")
    lines += [f"{{rank=same; r{at}; {'; '.join(ranks[at])}}}" for at in order]
    lines += [
        f"subgraph cluster_{index} {{{'; '.join(held)}}}"
        for index, held in enumerate(clusters.values())
    ]
    lines += sorted(f"{names[a]} -> {names[b]}" for a, b in pieces)
    answer = subprocess.run(
        [DOT or "dot", "-Tplain"],
        input="\n".join([*lines, "}"]),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    found = {words[1]: float(words[3]) for words in map(str.split, answer.splitlines())
             if words[0] == "node"}  # fmt: skip
    return {place: found[name] for place, name in names.items()}


def compared(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Our crossings and dot's."""
    task, placement = placed(plan, monkeypatch)
    columns, heights, pieces = pieces_of(task, placement)
    ours = crossings(columns, heights, pieces)
    return ours, crossings(columns, by_dot(task, columns, pieces), pieces)


@pytest.mark.parametrize(
    "name",
    [
        "bio_strategy_2019",
        "quantum_innovation",
        "ai_strategy",
        "data_dfft_privacy",
        "worked_example",
    ],
)
def test_on_the_samples_no_more_links_cross_than_dot_lets(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, dots = compared(sample(name), monkeypatch)
    sys.stdout.write(f"\n{name}: {ours} crossings, dot {dots}\n")
    assert ours <= dots


@pytest.mark.parametrize(("layers", "width"), [(5, 8), (8, 12), (10, 20)])
def test_on_random_layers_no_more_links_cross_than_dot_lets(
    layers: int, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = [compared(random_layers(layers, width, seed), monkeypatch) for seed in range(4)]
    sys.stdout.write(f"\n{layers} x {width}, crossings and dot's: {counts}\n")
    assert sum(ours for ours, _ in counts) <= sum(dots for _, dots in counts)


def test_on_staged_plans_no_more_links_cross_than_dot_lets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = [compared(large_plan(size), monkeypatch) for size in (100, 200, 500)]
    sys.stdout.write(f"\nstaged plans, crossings and dot's: {counts}\n")
    assert sum(ours for ours, _ in counts) <= sum(dots for _, dots in counts)
