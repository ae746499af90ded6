"""Every text of every sample stands in both languages; only quotes from the deck do not."""

import re

JAPANESE = re.compile("[぀-ヿ一-鿿]")
NOT_TRANSLATED = {"date", "tags", "chosen", "touches", "resolved_by"}
QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\([^)]*\)|\[sic\]")


def untranslated(sample):
    """Record and field of each Japanese text that has no English one."""
    missing = []
    records = [("settings", sample.document["settings"])]
    records += [(id_, record) for id_, (_, record) in sample.records.items()]
    for record_id, record in records:
        for field, value in record.items():
            if field in NOT_TRANSLATED or not isinstance(value, str) or not JAPANESE.search(value):
                continue
            named = f"{record['choice']}:{value}" if field == "option" else record_id
            if (named, field) not in sample.english:
                missing.append((named, field))
    return missing


def test_a_real_plan_leaves_only_quotes_untranslated(real_plan):
    quoted = {item["id"]: "".join(item["text_ja"]) for item in real_plan.facts["items"]}
    for record_id, field in untranslated(real_plan):
        assert field == "description"
        assert real_plan[record_id]["description"].replace("\n", "") == quoted[record_id]


def test_the_worked_example_leaves_only_quotes_untranslated(example, bio):
    assert set(untranslated(example)) <= set(untranslated(bio))


def test_every_title_has_the_english_of_the_facts(real_plan):
    for item in real_plan.facts["items"]:
        field = "name" if real_plan.list_of(item["id"]) == "kpis" else "title"
        english = real_plan.english[item["id"], field]
        assert english.endswith(item["title_en"])


def test_area_numbers_stand_in_both_languages(bio):
    for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨", start=1):
        assert bio[f"MA-{number}"]["title"].startswith(sign)
        assert bio.english[f"MA-{number}", "title"].startswith(sign)


def test_the_additions_are_english_in_english(example):
    added = {
        id_
        for id_, (_, record) in example.records.items()
        if id_.startswith(
            ("S-1", "D-1", "M-1", "A-1", "ex-L", "K-1", "OB-1", "AS-1", "SG-1", "R-1", "GATE", "PW")
        )
    }
    added -= {f"A-{n}" for n in range(10, 17)}
    for (record_id, field), english in example.english.items():
        if record_id in added and field not in {"notes", "source"}:
            assert not JAPANESE.search(QUOTED.sub("", english)), (record_id, field)
