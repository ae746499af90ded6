"""A few letters choose a name: words before scattered letters, beginnings before the rest."""

import pytest

from strategy_planner.analysis.folding import fold
from strategy_planner.analysis.fuzzy import badness, fitting_places


def ranked(query: str, *names: str) -> list[str]:
    fits = {name: badness(fold(query), fold(name)) for name in names}
    return sorted((name for name in names if fits[name] is not None), key=lambda name: fits[name])


@pytest.mark.parametrize(
    ("query", "names", "expected"),
    [
        ("save", ("Autosave", "Save", "Save as…"), ["Save", "Save as…", "Autosave"]),
        ("sv", ("Save", "Solve", "Undo"), ["Save", "Solve"]),
        ("as save", ("Save", "Save as…"), ["Save as…"]),
        ("健データ", ("健康医療関連データ基盤", "育種データ基盤"), ["健康医療関連データ基盤"]),
        ("でーた", ("データ基盤", "制度"), ["データ基盤"]),
        ("ＰＤＦ", ("資料（PDF）", "表"), ["資料（PDF）"]),
        ("", ("Save", "Undo"), ["Save", "Undo"]),
    ],
)
def test_the_better_name_comes_first(query: str, names: tuple[str, ...], expected: list) -> None:
    assert ranked(query, *names) == expected


def test_words_are_marked_and_scattered_letters_are_not() -> None:
    assert fitting_places("data", "Build the data platform") == [(10, 14)]
    assert fitting_places("bdp", "Build the data platform") == []
