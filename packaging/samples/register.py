"""The register of a plan from the facts: obstacles, assumptions, signposts, trends, risks."""

from samples.descriptions import amounts, quotes
from samples.facts import Facts
from samples.languages import Json, Text, joined, set_only, text
from samples.nodes import numbers_of
from samples.sources import source_of
from samples.table import BASIS, REGISTER_KINDS, STATUS_TAGS


def register_of(facts: Facts) -> list[Json]:
    """The register items, with what each touches and what resolves it."""
    tracks = {track["id"]: text(track["ja"], track["en"]) for track in facts.document["tracks"]}
    groups = {
        group["id"]: text(group["ja"], group["en"])
        for group in facts.document.get("action_groups", ())
    }
    lanes = {**tracks, **groups}
    register = []
    for item in facts.items:
        if item["kind"] not in REGISTER_KINDS:
            continue
        touches, resolved_by, reasons = _ends(facts, item)
        lines: list[Text] = [{"ja": quote} for quote in quotes(item)]
        lines += amounts(facts, item)
        lines += [
            text(f"区分：{lane['ja']}", f"Track: {lane['en']}")
            for lane in (lanes.get(item[key] or "") for key in ("track", "group"))
            if lane
        ]
        if tag := STATUS_TAGS.get(item["status_at_reference"] or ""):
            lines.append(text(f"状況：{tag[0]}", f"Status: {tag[1]}"))
        lines += reasons
        if item["notes"]:
            lines.append(facts.word("notes", item["notes"]))
        where = source_of(facts, item)
        lines.append(text(f"出典：{where['ja']}", f"Source: {where['en']}"))
        register.append(
            set_only(
                {
                    "id": item["id"],
                    "kind": item["kind"],
                    "title": text(item["title_ja"], item["title_en"]),
                    "description": joined(lines),
                    "state": "open" if item["status_at_reference"] == "open" else None,
                    "touches": touches,
                    "resolved_by": resolved_by,
                    "date": (item["date"] or {}).get("expr_ja"),
                }
            )
        )
    return register


def _ends(facts: Facts, item: Json) -> tuple[list[str], list[str], list[Text]]:
    """What a register item touches, what resolves it, and the reasons in a line each."""
    touches, resolved_by, reasons = [], [], []
    for edge in facts.edges_of("resolves", "informs", "part_of", "threatens"):
        if edge["to"] == item["id"] and edge["type"] == "resolves":
            other = edge["from"]
            resolved_by.append(other)
        elif edge["from"] == item["id"]:
            other = edge["to"]
            touches.append(other)
        elif edge["to"] == item["id"] and facts.kinds[edge["from"]] not in REGISTER_KINDS:
            other = edge["from"]
            touches.append(other)
        else:
            continue
        why, basis = facts.word("reasons", edge["reason"]), BASIS[edge["basis"]]
        number = numbers_of(facts).get(other, other)
        reasons.append(
            text(
                f"{number}との関係：{why['ja']}（{basis['ja']}）",
                f"Relation to {number}: {why['en']} ({basis['en']})",
            )
        )
    return touches, resolved_by, reasons
