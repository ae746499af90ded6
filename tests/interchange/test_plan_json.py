"""The plan as JSON: strict on the way in, the same bytes on the way out."""

import json

import pytest

from strategy_planner.interchange import FormatError
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json

FULL = {
    "format": "strategy-planner/plan",
    "version": 1,
    "settings": {
        "title": "Full", "organisation": "Office", "authors": ["A", "B"], "marking": "internal",
        "language": "en", "fiscal_year_start": 4, "show_era": False, "status_date": "2019-06-07",
        "reference_date": "2019-06-01", "horizon_start": "2019-04-01",
        "horizon_end": "2031-03-31", "description": "d", "background": "b", "approach": "a",
        "near_critical_days": 30, "conventions": {"early_months": 6}, "holidays": "JP",
        "distribution": "triangular", "choices_mode": "parallel", "money_unit": "百万円",
        "draft": True, "version": "第1版", "document_number": "資料1",
        "rules_off": [{"rule": "missing-owner", "reason": "later"}],
        "kpi_dates": True,
    },
    "tracks": [{"id": "t1", "name": "R&D", "order": 1, "color": "blue"}],
    "organisations": [{"id": "o1", "name": "Cabinet Office", "kind": "ministry"}],
    "nodes": [
        {"id": "v", "kind": "vision", "number": "V-001", "title": "Vision", "date": "2030年"},
        {
            "id": "a", "kind": "action", "number": "A-001", "title": "Act", "short": "A",
            "description": "x", "parent": "v", "track": "t1", "date": "2020年度目途",
            "date_read_on": "2019-06-07", "not_before": "2019-07-01", "not_after": "2028-12-31",
            "target": "2027-12-31", "duration": "18mo", "optimistic": "12mo",
            "pessimistic": "30mo", "success": 0.8, "owner": "o1", "status": "started",
            "progress": 0.25, "actual_start": "2019-06-01", "cost": 120,
            "budget": [[2020, 40], [2021, 80.5]], "gate": "g1", "source": "p. 3",
            "tags": ["x", "y"], "pin": [10, 20.5], "sufficiency": "unchecked",
            "change_type": "technology", "notes": "inside",
        },
        {"id": "b", "kind": "action", "number": "A-002", "title": "Other",
         "status": "done", "actual_start": "2019-01-01", "actual_finish": "2019-05-31"},
    ],
    "links": [
        {"id": "l1", "from": "a", "to": "v", "relation": "requires", "type": "SS", "lag": "-2mo",
         "choice": "c1", "option": "first", "basis": "planner", "reason": "because",
         "evidence": "weak", "assumption": "r1", "owner": "o1", "review_on": "2020-01-01"},
        {"id": "l2", "from": "b", "to": "v", "relation": "requires", "choice": "c1",
         "option": "second"},
    ],
    "choices": [{"id": "c1", "node": "v", "name": "Which", "needed": 1}],
    "pathways": [{"id": "p1", "name": "Way", "chosen": {"c1": ["first"]}, "active": True}],
    "kpis": [
        {"id": "k1", "node": "v", "name": "Share", "unit": "%", "direction": "up",
         "baseline": ["2018-03-31", 59.8], "target": [None, 92],
         "waypoints": [["2025-03-31", 70]], "shape": "s_curve", "reached_at": 90,
         "execution": False, "note": "n"}
    ],
    "measurements": [{"id": "m1", "kpi": "k1", "date": "2019-03-31", "value": 60,
                      "source": "s", "note": "n"}],
    "contributions": [{"id": "n1", "node": "a", "kpi": "k1", "amount": 5, "ramp": "24mo"}],
    "register": [
        {"id": "r1", "kind": "assumption", "title": "Holds", "state": "holding",
         "touches": ["l1", "v", "k1"]},
        {"id": "r2", "kind": "obstacle", "title": "In the way", "description": "d",
         "likelihood": 0.3, "impact": 4, "delay": "6mo", "trigger": "t", "response": "r",
         "owner": "o1", "state": "open", "touches": ["v"], "resolved_by": ["a"],
         "date": "2020年度", "kpi": "k1", "threshold": 3.5, "lead": "18mo"},
    ],
    "gates": [{"id": "g1", "name": "Budget", "every": "yearly", "on": ["08-31"],
               "opens": ["2021-02-28"], "leads": "7mo"}],
    "reviews": [{"id": "w1", "date": "2020-06-01", "title": "t", "statement": "s",
                 "decisions": "d", "baseline": "x1"}],
    "baselines": [{"id": "x1", "name": "n", "date": "2019-06-07", "note": "n",
                   "values": {"a": {"early_finish": "2021-01-01", "n": [1, 2.5, None]}}}],
    "translations": [
        {"record": "a", "field": "title", "language": "ja", "text": "施策"},
        {"record": "settings", "field": "title", "language": "ja", "text": "全部"},
        {"record": "c1:first", "field": "option", "language": "ja", "text": "一"},
    ],
}  # fmt: skip


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


def changed(**lists: object) -> bytes:
    return as_bytes({**FULL, **lists})


def alone(**lists: object) -> bytes:
    return as_bytes({"format": "strategy-planner/plan", "version": 1, **lists})


def test_every_record_and_key_survives() -> None:
    assert json.loads(write_plan_json(read_plan_json(as_bytes(FULL)))) == FULL


def test_exporting_what_was_exported_gives_the_same_bytes() -> None:
    once = write_plan_json(read_plan_json(as_bytes(FULL)))
    assert write_plan_json(read_plan_json(once.encode())) == once


def test_what_is_not_set_is_left_out_and_days_of_creation_are_stored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1559865600")
    plan = read_plan_json(b'{"format": "strategy-planner/plan", "version": 1}')
    assert json.loads(write_plan_json(plan)) == {
        "format": "strategy-planner/plan",
        "version": 1,
        "settings": {"status_date": "2019-06-07", "reference_date": "2019-06-07"},
    }


@pytest.mark.parametrize(
    "title",
    ["<b>x</b>", "x" * 100_000, "\u202eright to left", "bell\x07 and nul\x00", "😀𠮷髙", "=1+1",
     "'; DROP TABLE nodes; --", "../../etc/passwd", "line\nbreak\ttab", ""],
    ids=["markup", "long", "rtl", "control", "emoji", "formula", "sql", "path", "break", "empty"],
)  # fmt: skip
def test_text_is_text(title: str) -> None:
    nodes = [{"id": "v", "kind": "vision", "number": "V-001", "title": title}]
    document = {"format": "strategy-planner/plan", "version": 1, "nodes": nodes}
    plan = read_plan_json(as_bytes(document))
    assert json.loads(write_plan_json(plan))["nodes"] == nodes


NODE = {"id": "n", "kind": "action", "title": "t"}
BAD = {
    "no JSON": (b'{"format": ', "line 1, column 12"),
    "empty": (b"", "line 1, column 1"),
    "not UTF-8": (b'{"a": "\xff"}', "byte 8"),
    "another object": (b'{"a": 1}', "format"),
    "a list": (b"[]", "format"),
    "a newer version": (as_bytes({"format": "strategy-planner/plan", "version": 2}), "version 2"),
    "a version that is true": (
        as_bytes({"format": "strategy-planner/plan", "version": True}), "version",
    ),
    "an unknown list": (changed(thoughts=[]), "thoughts"),
    "no list": (changed(nodes={}), "nodes"),
    "a wrong type": (changed(nodes=[{**NODE, "title": 3}]), "nodes[0].title"),
    "a wrong inner type": (changed(nodes=[{**NODE, "budget": [["x", 1]]}]), "nodes[0].budget"),
    "a whole number that is true": (changed(settings={"near_critical_days": True}),
                                    "settings.near_critical_days"),
    "an unknown key": (changed(nodes=[NODE, {**NODE, "colour": "red"}]), "colour"),
    "an unknown word": (changed(nodes=[{**NODE, "kind": "dream"}]), "nodes[0].kind"),
    "a missing key": (changed(nodes=[{"id": "n", "kind": "action"}]), "title"),
    "a day that is none": (changed(nodes=[{**NODE, "target": "2019-02-30"}]), "nodes[0].target"),
    "a day with an hour": (changed(nodes=[{**NODE, "target": "2019-02-03T00:00:00"}]),
                           "nodes[0].target"),
    "a key given twice": (
        b'{"format": "strategy-planner/plan", "version": 1, "nodes": '
        b'[{"id": "n", "kind": "action", "title": "a", "title": "b"}]}', "title",
    ),
    "a dangling id": (alone(nodes=[{**NODE, "parent": "nobody"}]), "nodes[0].parent"),
    "an id of another kind": (
        alone(nodes=[{**NODE, "track": "n"}]), "nodes[0].track",
    ),
    "a circle": (
        alone(nodes=[NODE], links=[
            {"id": "x", "from": "n", "to": "n", "relation": "requires"}]), "A-",
    ),
    "a duplicate id": (changed(nodes=[NODE, NODE]), "nodes[1]"),
    "an id of two lists": (changed(tracks=[{"id": "a"}]), "nodes[1]"),
    "an impossible id": (alone(nodes=[{**NODE, "id": "a b"}]), "a b"),
    "half a character": (
        b'{"format": "strategy-planner/plan", "version": 1, "nodes": '
        b'[{"id": "n", "kind": "action", "title": "\\ud842"}]}', "nodes[0].title",
    ),
    "half a character in a list": (changed(settings={"authors": ["A", "\ud842"]}),
                                   "settings.authors[1]"),
    "half a character as a word": (changed(nodes=[{**NODE, "status": "\ud842"}]),
                                   "nodes[0].status"),
    "an endless dangling id": (alone(nodes=[{**NODE, "parent": "x" * 100_000}]),
                               "nodes[0].parent"),
    "an endless translated id": (
        changed(translations=[{"record": "x" * 100_000, "field": "title", "language": "ja",
                               "text": "t"}]), "translations[0].record",
    ),
    "an endless option": (changed(pathways=[{"id": "p", "chosen": {"c1": ["x" * 100_000]}}]),
                          "pathways[0].chosen"),
    "a baseline before all years": (
        changed(kpis=[{"id": "k1", "baseline": ["0001-01-01", 1]}]), "kpis[0].baseline",
    ),
    "a convention out of range": (changed(settings={"conventions": {"early_months": 0}}),
                                  "settings.conventions"),
    "millennia in the wrong order": (
        alone(nodes=[{**NODE, "duration": "9999y", "pessimistic": "1y"}]), "nodes[0].pessimistic",
    ),
    "not a number": (b'{"format": "strategy-planner/plan", "version": NaN}', "NaN"),
    "too large a number": (
        b'{"format": "strategy-planner/plan", "version": 1, "nodes": '
        b'[{"id": "n", "kind": "action", "title": "t", "cost": 1e999}]}', "1e999",
    ),
    "an endless whole number": (
        b'{"format": "strategy-planner/plan", "version": ' + b"9" * 5000 + b"}", "too large",
    ),
    "endless nesting": (b"[" * 100_000, "nested"),
    "an unreadable date": (alone(nodes=[{**NODE, "date": "soonish"}]),
                           "nodes[0].date"),
    "an unreadable duration": (alone(nodes=[{**NODE, "duration": "12 months"}]),
                               "nodes[0].duration"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_bad_input_gets_one_sentence_with_its_place(what: str, language: str) -> None:
    data, place = BAD[what]
    with pytest.raises(FormatError) as refusal:
        read_plan_json(data)
    sentence = refusal.value.message.into(language)
    assert "\n" not in sentence
    assert len(sentence) < 400
    if language == "en":
        assert place in sentence


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_plan_json(b"\xef\xbb\xbf" + as_bytes(FULL)).settings.title == "Full"


@pytest.mark.parametrize("cost", [10**18 - 1, 2**63 - 1, -(2**63), 10**19, 1e30, 0.1])
def test_a_number_of_any_size_is_written_so_that_it_can_be_read(cost: float) -> None:
    plan = read_plan_json(alone(nodes=[{**NODE, "cost": cost}]))
    (node,) = plan.nodes.values()
    assert node.cost == cost
    assert read_plan_json(write_plan_json(plan).encode()).nodes == plan.nodes
