"""No fact of the four real plans is lost on the way into the samples, and nothing is invented."""

import datetime as dt
from collections import Counter

from strategy_planner.calendars.coarse import read_date

REGISTER = {"obstacle", "assumption", "signpost", "trend", "risk"}
KIND_OF = {
    "vision": "vision",
    "societal_image": "image",
    "milestone": "milestone",
    "action": "action",
    "state": "state",
    "enabler": "enabler",
    "market_area": "area",
    "goal_area": "area",
    "pillar": "area",
    "principle": "enabler",
    "strength": "enabler",
    "example": "enabler",
    "review_point": "decision",
    "review": "milestone",
}
STATUS_OF = {"in_progress": "started", "decided": "planned", "planned": "planned", "done": "done"}


def place_of(plan, item):
    return {"kpi": "kpis"}.get(item["kind"], "register" if item["kind"] in REGISTER else "nodes")


def quotes(item):
    return [item["text_ja"]] if isinstance(item["text_ja"], str) else item["text_ja"]


def whole_text(record):
    return "\n".join(str(record.get(key, "")) for key in ("title", "name", "description", "note"))


def test_the_counts_are_those_of_the_deck(real_plan):
    expected = real_plan.facts["expected"]
    found = Counter(
        item["kind"]
        for item in real_plan.facts["items"]
        if real_plan.list_of(item["id"]) == place_of(real_plan, item)
    )
    assert found == expected["by_kind"]
    assert found.total() == expected["items"]
    for kind, count in expected["assert_kinds"].items():
        assert found[kind] == count
    assert (
        sum("date" in record for _, record in real_plan.records.values())
        == (expected["dated_items"])
    )
    assert len(real_plan.facts["edges"]) == expected["edges"]


def test_every_item_has_its_kind_and_status(real_plan):
    for item in real_plan.facts["items"]:
        record = real_plan[item["id"]]
        if real_plan.list_of(item["id"]) == "nodes":
            assert record["kind"] == KIND_OF[item["kind"]]
            assert record.get("status") == STATUS_OF.get(item["status_at_reference"])
        elif real_plan.list_of(item["id"]) == "register":
            assert record["kind"] == item["kind"]


def test_every_item_keeps_title_quote_and_place(real_plan):
    for item in real_plan.facts["items"]:
        record = real_plan[item["id"]]
        assert record.get("title", record.get("name")) == item["title_ja"].replace("[sic]", "")
        for quote in quotes(item):
            assert quote in whole_text(record)
        place = record.get("source") or record.get("description") or record["note"]
        for slide in item["source"]["slide"].split(" ＋ "):
            assert slide in place
        assert all(str(line) in place for line in item["source"]["lines"])


def test_every_extra_of_an_item_is_kept(real_plan):
    names = {org["id"]: org["name"] for org in real_plan.document["organisations"]}
    for item in real_plan.facts["items"]:
        record = real_plan[item["id"]]
        for extra in ("rationale_ja", "strength_ja"):
            assert item.get(extra, "") in record.get("description", "")
        if item["owner_ja"]:
            assert names[record["owner"]] == item["owner_ja"].removesuffix("（表記ママ）")
        if item["track"] and real_plan.list_of(item["id"]) == "nodes":
            assert record["track"] == item["track"]
        if item.get("number") and KIND_OF[item["kind"]] == "area":
            assert record["number"].endswith(f"0{item['number']}")
        if item["budget"]:
            assert f"{item['budget']['amount_oku_yen']:,}億円" in record["description"]
        if item["notes"]:
            assert record.get("notes") or record.get("description")


def test_every_kpi_keeps_its_values_and_invents_none(real_plan):
    for item in real_plan.facts["items"]:
        if not item["kpi"]:
            continue
        record = real_plan[item["id"] if item["kind"] == "kpi" else f"{item['id']}.kpi"]
        for key in ("baseline", "target"):
            value = item["kpi"][key]
            assert record.get(key) == (None if value is None else [None, value])
        if item["kind"] != "kpi":
            assert record["node"] == item["id"]


def test_every_edge_is_found(real_plan):
    found = [edge for edge in real_plan.facts["edges"] if is_found(real_plan, edge)]
    expected = real_plan.facts["expected"]
    assert len(found) == expected["edges"]
    assert Counter(edge["type"] for edge in found) == expected["edges_by_type"]
    assert Counter(edge["basis"] for edge in found) == expected["edges_by_basis"]


def is_found(plan, edge):
    start, end, kind = edge["from"], edge["to"], edge["type"]
    starts_in, ends_in = plan.list_of(start), plan.list_of(end)
    if kind == "resolves":
        return start in plan[end]["resolved_by"]
    if kind == "measures":
        return plan[start]["node"] == end
    if starts_in == "register":
        return end in plan[start]["touches"]
    if ends_in == "register":
        return start in plan[end]["touches"]
    if kind == "part_of":
        return plan[start]["parent"] == end
    relation = {"contributes_to": "contributes", "parallel": "informs"}.get(kind, kind)
    if ends_in == "kpis":
        relation, end = "informs", plan[end]["node"]
    link = plan[edge["id"]]
    kept = (link["from"], link["to"], link["relation"], link["basis"])
    return kept == (start, end, relation, edge["basis"]) and link["reason"]


def test_no_link_is_invented(real_plan):
    facts = {edge["id"] for edge in real_plan.facts["edges"]}
    assert {link["id"] for link in real_plan.document["links"]} <= facts
    assert {node["id"] for node in real_plan.document["nodes"]} <= real_plan.kinds.keys()


def test_what_the_deck_does_not_say_is_empty(real_plan):
    unknown = {
        "duration",
        "optimistic",
        "pessimistic",
        "cost",
        "budget",
        "target",
        "not_before",
        "not_after",
        "actual_start",
        "actual_finish",
        "success",
        "gate",
        "progress",
    }
    assert not [node["id"] for node in real_plan.document["nodes"] if unknown & node.keys()]
    for name in ("choices", "pathways", "measurements", "contributions", "gates", "baselines"):
        assert name not in real_plan.document


def test_every_date_is_as_written_and_reads(real_plan):
    read_on = dt.date.fromisoformat(real_plan.facts["reference_date"]["value"])
    assert real_plan.document["settings"]["status_date"] == read_on.isoformat()
    for item in real_plan.facts["items"]:
        record = real_plan[item["id"]]
        written = item["date"]["expr_ja"] if item["date"] else None
        assert record.get("date") == written
        if written:
            read = read_date(written, read_on)
            assert read.text == written
            if item["date"]["firmness"] != "vague":
                assert [read.earliest, read.latest] == [
                    day and dt.date.fromisoformat(day)
                    for day in (item["date"]["lower"], item["date"]["upper"])
                ]


def test_numbers_are_a_letter_and_three_digits_and_unique(real_plan):
    numbers = [node["number"] for node in real_plan.document["nodes"]]
    assert len(set(numbers)) == len(numbers)
    letters = {
        "vision": "V",
        "image": "I",
        "area": "G",
        "state": "S",
        "milestone": "M",
        "action": "A",
        "decision": "D",
        "enabler": "E",
    }
    for node in real_plan.document["nodes"]:
        letter, _, digits = node["number"].partition("-")
        assert letter == letters[node["kind"]]
        assert len(digits) == 3
        assert digits.isdigit()
