"""``simulate`` and ``pathways --samples`` as the contract words them."""

import json
import re

import pytest

from strategy_planner.bundled import bundled
from strategy_planner.commands.main import main

EXAMPLE = str(bundled("sample_projects", "worked_example.splan"))


@pytest.fixture
def plan_file(tmp_path):
    """One estimate, of which two thirds of the runs are in time when it is triangular."""
    document = {
        "format": "strategy-planner/plan",
        "version": 1,
        "settings": {"status_date": "2024-01-01", "reference_date": "2024-01-01"},
        "nodes": [
            {"id": "a", "kind": "action", "title": "<b>Survey</b>", "optimistic": "6d",
             "duration": "12d", "pessimistic": "30d"},
            {"id": "b", "kind": "action", "title": "Other way", "duration": "40d"},
            {"id": "v", "kind": "vision", "title": "Goal", "target": "2024-01-18"},
        ],
        "links": [
            {"id": "l", "from": "a", "to": "v", "relation": "requires", "choice": "c",
             "option": "one"},
            {"id": "m", "from": "b", "to": "v", "relation": "requires", "choice": "c",
             "option": "two"},
        ],
        "choices": [{"id": "c", "node": "v"}],
        "pathways": [{"id": "p", "name": "One", "chosen": {"c": ["one"]}},
                     {"id": "q", "name": "Two", "chosen": {"c": ["two"]}}],
    }  # fmt: skip
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return str(file)


def answer(capsys, *arguments):
    capsys.readouterr()
    assert main(list(arguments)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_json_has_the_keys_of_the_contract_and_nothing_else(plan_file, capsys):
    found = json.loads(answer(capsys, "simulate", plan_file, "--json"))
    assert list(found) == ["samples", "seed", "targets", "items", "quick_ranges", "chance_by_year"]
    assert (found["samples"], found["seed"]) == (10_000, 1)
    assert list(found["targets"]["v"]) == [
        "chance_by_target", "p10", "p50", "p80", "p90", "chance_ever",
    ]  # fmt: skip
    assert list(found["items"]) == ["a", "b", "v"]
    assert list(found["items"]["a"]) == ["criticality", "sensitivity"]
    assert found["items"]["a"]["criticality"] == 1


@pytest.mark.parametrize(("distribution", "chance"), [("triangular", 2 / 3), ("beta-pert", 0.8125)])
def test_options_decide_how_the_plan_is_run(plan_file, distribution, chance, capsys):
    options = ["--samples", "90000", "--seed", "5", "--distribution", distribution, "--json"]
    found = json.loads(answer(capsys, "simulate", plan_file, *options))
    assert (found["samples"], found["seed"]) == (90_000, 5)
    assert found["targets"]["v"]["chance_by_target"] == pytest.approx(chance, abs=0.005)


def test_it_tells_what_would_raise_the_chance_when_asked(plan_file, capsys):
    found = json.loads(answer(capsys, "simulate", plan_file, "--raise", "--json"))["raise"]
    assert list(found) == ["target", "samples", "chance", "items"]
    (item,) = found["items"]
    assert (item["item"], item["risk"], item["chance"]) == ("a", None, 1)
    shown = answer(capsys, "simulate", plan_file, "--raise", "--language", "en")
    assert re.search(r"A-001 <b>Survey</b> +100% +\+1[89]$", shown, re.MULTILINE)
    japanese = answer(
        capsys, "simulate", EXAMPLE, "--raise", "--language", "ja", "--samples", "500"
    )
    assert "達成確率を最も高める" in japanese
    assert "raise" not in answer(capsys, "simulate", plan_file, "--language", "en")


def test_the_same_call_gives_the_same_answer(capsys):
    one, other = (answer(capsys, "simulate", EXAMPLE, "--json") for _ in range(2))
    assert one == other
    assert one != answer(capsys, "simulate", EXAMPLE, "--json", "--seed", "2")


def test_the_text_says_on_what_its_figures_rest(plan_file, capsys):
    found = answer(capsys, "simulate", plan_file, "--language", "en", "--choices", "parallel")
    for words in ("10,000 runs", "seed 1", "Beta-PERT", "side by side", "independent",
                  "Standard error", "1 duration", "0.4 percentage points"):  # fmt: skip
        assert words in found
    assert re.search(r"2024-01-18 +8[12]% +2024", found)
    row = next(line for line in found.splitlines() if line.startswith("V-001 Goal"))
    days = re.findall(r"2024-01-\d\d", row)
    assert days[0] == "2024-01-18"
    assert days[1:] == sorted(days[1:])
    assert len(days) == 5
    assert "A-001 <b>Survey</b>" in found


@pytest.mark.parametrize(
    ("samples", "shown"),
    [("1", "up to 50 percentage"), ("100", "up to 4 p"), ("90000", "up to 0.1 p")],
)
def test_the_standard_error_is_told_with_one_digit(samples, shown, plan_file, capsys):
    assert shown in answer(capsys, "simulate", plan_file, "--language", "en", "--samples", samples)


def test_a_plan_without_estimates_is_not_called_certain(capsys):
    file = str(bundled("sample_projects", "bio_strategy_2019.splan"))
    found = answer(capsys, "simulate", file, "--language", "en", "--samples", "10")
    assert "Nothing in this plan is uncertain" in found
    assert "Standard error" not in found


def test_percentiles_are_shown_as_last_days(plan_file, capsys):
    instant = json.loads(answer(capsys, "simulate", plan_file, "--json"))["targets"]["v"]["p80"]
    shown = answer(capsys, "simulate", plan_file, "--language", "en")
    assert instant not in shown
    assert instant[:-2] + f"{int(instant[-2:]) - 1:02d}" in shown


def test_japanese_is_japanese_throughout(capsys):
    found = answer(capsys, "simulate", EXAMPLE, "--language", "ja")
    for words in ("ベータPERT分布", "標準誤差", "独立", "達成確率", "時期を決める連鎖"):
        assert words in found
    assert not re.search(r"[A-Za-z]{6,}", found.split("\n\n")[0])


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_plan_without_anything_to_reach_says_so(language, tmp_path, capsys):
    file = tmp_path / "plan.json"
    file.write_text('{"format": "strategy-planner/plan", "version": 1}', encoding="utf-8")
    found = answer(capsys, "simulate", str(file), "--language", language)
    assert found.count("\n") == 1
    empty = json.loads(answer(capsys, "simulate", str(file), "--json"))
    assert (empty["targets"], empty["items"]) == ({}, {})


@pytest.mark.parametrize("command", ["simulate", "pathways"])
@pytest.mark.parametrize("samples", ["0", "-5", "1000001", "many", "1.5"])
def test_a_number_of_runs_that_makes_no_sense_is_refused(command, samples, plan_file, capsys):
    assert main([command, plan_file, "--samples", samples]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert samples in err


@pytest.mark.parametrize(
    "wrong",
    [["--seed", "-1"], ["--seed", "x"], ["--distribution", "normal"], ["--choices", "both"],
     ["--seed", "99999999999999999999"]],
)  # fmt: skip
def test_other_wrong_arguments_are_refused(wrong, plan_file, capsys):
    assert main(["simulate", plan_file, *wrong]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert wrong[1] in err


def test_pathways_tell_their_chance_when_asked(plan_file, capsys):
    found = json.loads(answer(capsys, "pathways", plan_file, "--samples", "10000", "--json"))
    one, two = found["pathways"]
    assert one["chance"] == pytest.approx(0.8125, abs=0.012)
    assert two["chance"] == 0
    plain = json.loads(answer(capsys, "pathways", plan_file, "--json"))
    assert [pathway["chance"] for pathway in plain["pathways"]] == [None, None]
    shown = answer(capsys, "pathways", plan_file, "--samples", "10000", "--language", "en")
    assert "Chance to be in time" in shown
    assert re.search(r" 8[12]%$", shown, re.MULTILINE)
    assert "independent" in shown
    assert "Chance" not in answer(capsys, "pathways", plan_file, "--language", "en")
