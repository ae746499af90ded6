"""Random damage is refused or harmless: no crash, no hang, no silent loss."""

import random
from collections import Counter

import pytest

from strategies import as_json
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.inspection import inspect
from strategy_planner.storage.project_file import ProjectFile, open_project

ROUNDS = 400


def damaged(data: bytes, chance: random.Random) -> bytes:
    """One of the ways in which files break."""
    spoiled = bytearray(data)
    page = 4096 * chance.randrange(len(data) // 4096)
    match chance.randrange(6):
        case 0:
            spoiled[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 1:
            for _ in range(20):
                spoiled[chance.randrange(len(data))] = chance.randrange(256)
        case 2:
            spoiled[page + chance.randrange(16)] = chance.randrange(256)
        case 3:
            del spoiled[chance.randrange(len(data)) :]
        case 4:
            spoiled[page : page + 4096] = bytes(4096)
        case _:
            other = 4096 * chance.randrange(len(data) // 4096)
            first, second = spoiled[page : page + 4096], spoiled[other : other + 4096]
            spoiled[page : page + 4096], spoiled[other : other + 4096] = second, first
    return bytes(spoiled)


def test_damage_is_refused_or_changes_nothing(project: ProjectFile) -> None:
    whole = project.path.read_bytes()
    said = as_json(project.plan)
    chance = random.Random(20261123)
    outcomes: Counter[str] = Counter()
    for _ in range(ROUNDS):
        found = inspect(damaged(whole, chance), "plan.splan")
        if found.content is None:
            assert found.problems
            outcomes["refused"] += 1
        else:
            assert as_json(found.content.plan) == said
            assert found.content.revision == project.revision
            outcomes["harmless"] += 1
    assert outcomes["refused"] > ROUNDS // 2
    assert outcomes["harmless"] > 0


def test_a_file_cut_off_anywhere_is_refused(project: ProjectFile) -> None:
    whole = project.path.read_bytes()
    for length in (*range(0, 120, 7), *range(120, len(whole), 4099), len(whole) - 1):
        project.path.write_bytes(whole[:length])
        with pytest.raises(StorageError):
            open_project(project.path)
