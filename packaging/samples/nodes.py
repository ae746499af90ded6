"""The items of a plan from the facts."""

from samples.descriptions import description
from samples.facts import Facts
from samples.languages import Json, Text, joined, set_only, text
from samples.outline import node_ids, parents_of
from samples.owners import AS_WRITTEN, owner_name, owners_of
from samples.sources import source_of
from samples.table import (
    BASIS,
    KIND_TAGS,
    LETTERS,
    NODE_KINDS,
    PILLAR_NUMBERS_FROM,
    ROMAN_NUMBERS,
    STATUS_TAGS,
    STATUSES,
)


def nodes_of(facts: Facts) -> list[Json]:
    """One node for each item that the table makes one."""
    numbers, owners, parents = numbers_of(facts), owners_of(facts), parents_of(facts)
    nodes = []
    for item in facts.items:
        if item["kind"] not in NODE_KINDS:
            continue
        written = item["date"] or {}
        owner = owner_name(item)
        nodes.append(
            set_only(
                {
                    "id": item["id"],
                    "kind": NODE_KINDS[item["kind"]],
                    "number": numbers[item["id"]],
                    "title": _title(item),
                    "description": description(facts, item),
                    "parent": parents.get(item["id"]),
                    "track": item["track"],
                    "date": written.get("expr_ja"),
                    "date_read_on": facts.document["reference_date"]["value"] if written else None,
                    "owner": owners[owner] if owner else None,
                    "status": STATUSES[item["status_at_reference"] or "undefined"],
                    "source": source_of(facts, item),
                    "tags": _tags(facts, item),
                    "notes": _notes(facts, item),
                }
            )
        )
    return nodes


def numbers_of(facts: Facts) -> dict[str, str]:
    """A number for each node, with the digits that it has in the facts; the next free if taken."""
    given: dict[str, str] = {}
    for item in facts.items:
        if item["kind"] not in NODE_KINDS:
            continue
        letter = LETTERS[NODE_KINDS[item["kind"]]]

        digits = ROMAN_NUMBERS.get(item["id"]) or int("".join(filter(str.isdigit, item["id"])))
        if item["kind"] == "pillar":
            digits += PILLAR_NUMBERS_FROM
        while f"{letter}-{digits:03d}" in given.values():
            digits += 1
        given[item["id"]] = f"{letter}-{digits:03d}"
    return given


def _title(item: Json) -> Text:
    """The title; a number before it (①, Ⅰ, 1) stands in both languages, [sic] in the notes."""
    ja, en = item["title_ja"].replace("[sic]", ""), item["title_en"]
    first, _, rest = ja.partition(" ")
    is_number = bool(rest) and (first.isdigit() or first in "①②③④⑤⑥⑦⑧⑨⑩")
    return text(ja, f"{first} {en}" if is_number and not en.startswith(first) else en)


def _tags(facts: Facts, item: Json) -> list[str]:
    groups = {group["id"]: group["ja"] for group in facts.document.get("action_groups", ())}
    titles = {other["id"]: other["title_ja"] for other in facts.items}
    tags = [KIND_TAGS.get(item["kind"])]
    tags.append(STATUS_TAGS.get(item["status_at_reference"] or "", (None, ""))[0])
    tags.append(groups.get(item["group"] or ""))
    tags += [f"対象{titles[area].split()[0]}" for area in item.get("applies_to") or ()]
    tags.append("外部" if item.get("external") else None)
    tags.append("区分は推定" if item["track_basis"] == "inferred" else None)
    return [tag for tag in tags if tag]


def _notes(facts: Facts, item: Json) -> Text | None:
    """What the readers of the deck remarked; it stays inside."""
    notes = []
    if "[sic]" in item["title_ja"]:
        as_written = item["title_ja"]
        notes.append(text(f"原資料の表記：{as_written}", f"As spelled in the source: {as_written}"))
    if (item.get("owner_ja") or "").endswith(AS_WRITTEN):
        notes.append(
            text(
                "担当の名称は原資料の表記のまま。", "The owner's name is as spelled in the source."
            )
        )
    remarks = [item["notes"], (item["date"] or {}).get("note")]
    notes += [facts.word("notes", remark) for remark in remarks if remark]
    for edge in facts.edges_of("part_of"):
        if edge["from"] == item["id"] and edge["to"] in node_ids(facts):
            place, basis = facts.word("reasons", edge["reason"]), BASIS[edge["basis"]]
            notes.append(
                text(
                    f"構成上の位置：{place['ja']}（{basis['ja']}）",
                    f"Place in the outline: {place['en']} ({basis['en']})",
                )
            )
    return joined(notes) if notes else None
