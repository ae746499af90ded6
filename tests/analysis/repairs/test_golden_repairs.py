"""The repairs of golden case A2: nine months on any one of three, an overlap, a moved vision."""

import json
from pathlib import Path

from analysis.repairs.repaired_plans import chains_of, only_chain
from analysis.test_golden_schedule import CASES, GoldenPlan

GOLDEN = Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json"
A2 = next(case for case in CASES if case["name"] == "A2_and_infeasible")


def field_after(repair, field):
    (change,) = repair.change_set.changes
    return getattr(change.before, field), getattr(change.after, field)


def as_golden_words(repair):
    match repair.kind:
        case "shorten":
            before, after = (text.removesuffix("mo") for text in field_after(repair, "duration"))
            return f"shorten {repair.items[0]} {before}->{after}"
        case "overlap":
            months = field_after(repair, "lag")[1].removesuffix("mo")
            first, second = repair.items
            return f"overlap {first}/{second} by {months[1:]} months (lag {months})"
        case "move_target":
            day = field_after(repair, "target")[1]
            return f"move vision to last day {day} (explicit decision only)"
        case kind:
            return kind


def test_the_repairs_of_the_golden_plan_in_their_order():
    golden = json.loads(GOLDEN.read_text("utf-8"))["relaxations_example_A2"]
    chain = only_chain(GoldenPlan(A2).plan)
    assert [as_golden_words(repair) for repair in chain.repairs] == golden["options"]


def test_the_chain_of_the_golden_plan_and_its_days():
    chain = only_chain(GoldenPlan(A2).plan)
    assert (chain.target, chain.items) == ("V", ("RD", "DEM", "MKT", "V"))
    assert chain.days_short == 273
    assert chain.complete
    for repair in chain.repairs:
        assert repair.gains_days == 273
        assert repair.leaves_days_short == 0


def test_a_plan_in_time_has_no_late_chain():
    assert all(
        chains_of(GoldenPlan(case).plan) == () for case in CASES if case["name"] != A2["name"]
    )
