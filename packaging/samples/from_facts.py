"""A plan from the facts of a government deck: nothing lost, nothing invented."""

from samples.facts import Facts
from samples.languages import Json, Text, joined, text
from samples.sources import source_of
from samples.table import (
    KIND_TAGS,
    LETTERS,
    NODE_KINDS,
    PILLAR_NUMBERS_FROM,
    REGISTER_KINDS,
    RELATIONS,
    STATUS_TAGS,
    STATUSES,
)

_AS_WRITTEN = "（表記ママ）"
_BASIS = {"stated": text("記載", "stated"), "inferred": text("推定", "inferred")}
_OKU_YEN_IN_BILLION = 10


def plan_from_facts(facts: Facts) -> Json:
    """The plan, its texts in both languages where the deck or its readers give both."""
    return {
        "format": "strategy-planner/plan",
        "version": 1,
        "settings": _settings(facts),
        "tracks": _tracks(facts),
        "organisations": _organisations(facts),
        "nodes": _nodes(facts),
        "links": _links(facts),
        "kpis": _kpis(facts),
        "register": _register(facts),
    }


def _settings(facts: Facts) -> Json:
    day = facts.document["reference_date"]["value"]
    own = facts.wording["plans"][facts.name]
    questions = (facts.word("open_questions", q) for q in facts.document["open_questions"])
    listed = [text(f"・{q['ja']}", f"· {q['en']}") for q in questions]
    return {
        "title": text(facts.document["title_ja"], facts.document["title_en"]),
        "language": "ja",
        "fiscal_year_start": 4,
        "show_era": True,
        "status_date": day,
        "reference_date": day,
        "description": joined(
            [facts.wording["about"], text("今後の確認事項：", "To be clarified:"), *listed]
        ),
        "background": own["background"],
        "approach": own["approach"],
        "holidays": "JP",
    }


def _tracks(facts: Facts) -> list[Json]:
    return [
        {"id": track["id"], "name": text(track["ja"], track["en"]), "order": order}
        for order, track in enumerate(facts.document["tracks"], start=1)
    ]


def _owner_name(item: Json) -> str | None:
    owner = item.get("owner_ja")
    return owner.removesuffix(_AS_WRITTEN) if owner else None


def _owners(facts: Facts) -> dict[str, str]:
    names = dict.fromkeys(name for item in facts.items if (name := _owner_name(item)))
    return {name: f"ORG-{order}" for order, name in enumerate(names, start=1)}


def _organisations(facts: Facts) -> list[Json]:
    return [
        {"id": id_, "name": facts.word("organisations", name)}
        for name, id_ in _owners(facts).items()
    ]


def _numbers(facts: Facts) -> dict[str, str]:
    """A number for each node, with the digits that it has in the facts; the next free if taken."""
    given: dict[str, str] = {}
    for item in facts.items:
        if item["kind"] not in NODE_KINDS:
            continue
        letter = LETTERS[NODE_KINDS[item["kind"]]]
        roman = {"P-I": 1, "P-II": 2, "P-III": 3}
        digits = roman.get(item["id"]) or int("".join(filter(str.isdigit, item["id"])))
        if item["kind"] == "pillar":
            digits += PILLAR_NUMBERS_FROM
        while f"{letter}-{digits:03d}" in given.values():
            digits += 1
        given[item["id"]] = f"{letter}-{digits:03d}"
    return given


def _nodes(facts: Facts) -> list[Json]:
    numbers, owners, parents = _numbers(facts), _owners(facts), _parents(facts)
    nodes = []
    for item in facts.items:
        if item["kind"] not in NODE_KINDS:
            continue
        written = item["date"] or {}
        owner = _owner_name(item)
        nodes.append(_set_only({
            "id": item["id"],
            "kind": NODE_KINDS[item["kind"]],
            "number": numbers[item["id"]],
            "title": _title(item),
            "description": _description(facts, item),
            "parent": parents.get(item["id"]),
            "track": item["track"],
            "date": written.get("expr_ja"),
            "date_read_on": facts.document["reference_date"]["value"] if written else None,
            "owner": owners[owner] if owner else None,
            "status": STATUSES[item["status_at_reference"] or "undefined"],
            "source": source_of(facts, item),
            "tags": _tags(facts, item),
            "notes": _notes(facts, item),
        }))
    return nodes


def _title(item: Json) -> Text:
    """The title; a number before it (①, Ⅰ, 1) stands in both languages, [sic] in the notes."""
    ja, en = item["title_ja"].replace("[sic]", ""), item["title_en"]
    first, _, rest = ja.partition(" ")
    is_number = bool(rest) and (first.isdigit() or first in "①②③④⑤⑥⑦⑧⑨⑩")
    return text(ja, f"{first} {en}" if is_number and not en.startswith(first) else en)


def _quotes(item: Json) -> list[str]:
    quoted = item["text_ja"]
    return [quoted] if isinstance(quoted, str) else list(quoted)


def _description(facts: Facts, item: Json) -> Text:
    """The quotes, which are not translated, and what was read out of them."""
    quotes = _quotes(item)
    if item.get("rationale_ja"):
        why = text(f"なぜ：{item['rationale_ja']}", f"Why: {item['rationale_en']}")
        strength = text(f"強み：{item['strength_ja']}", f"Strength: {item['strength_en']}")
        read = joined([why, strength])
        return text(f"{quotes[0]}\n{read['ja']}", read["en"])
    lines: list[Text] = [{"ja": quote} for quote in quotes]
    if item.get("current_state_ja"):
        today = facts.word("values", item["current_state_ja"])
        lines.append(text(f"現行：{today['ja']}", f"Today: {today['en']}"))
    lines += _amounts(facts, item)
    return joined(lines)


def _amounts(facts: Facts, item: Json) -> list[Text]:
    """A trend's budget and observations: told, never a cost of this plan."""
    lines = []
    if budget := item["budget"]:
        about = facts.word("values", budget["qualifier"])
        amount, years = budget["amount_oku_yen"], budget["period_years"]
        ja, en = f"投資額：{about['ja']}{amount:,}億円", (
            f"Investment: {about['en']} {amount / _OKU_YEN_IN_BILLION:g} billion yen"
        )
        if years:
            ja, en = f"{ja}（{years}年間）", f"{en} over {years} years"
        if budget["excludes"]:
            but = facts.word("values", budget["excludes"])
            ja, en = f"{ja}（{but['ja']}を除く）", f"{en} (excluding {but['en']})"
        lines.append(text(ja, en))
    for seen in item.get("observations") or ():
        name, about = facts.word("values", seen["name_ja"]), facts.word("values", seen["qualifier"])
        lines.append(text(
            f"{name['ja']}：{seen['value']}{about['ja']}",
            f"{name['en']}: {about['en'].split(' (')[0]} {seen['value']}",
        ))
    return lines


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
    if (item.get("owner_ja") or "").endswith(_AS_WRITTEN):
        notes.append(text(
            "担当の名称は原資料の表記のまま。", "The owner's name is as spelled in the source."
        ))
    remarks = [item["notes"], (item["date"] or {}).get("note")]
    notes += [facts.word("notes", remark) for remark in remarks if remark]
    for edge in facts.edges_of("part_of"):
        if edge["from"] == item["id"] and edge["to"] in _node_ids(facts):
            place, basis = facts.word("reasons", edge["reason"]), _BASIS[edge["basis"]]
            notes.append(text(
                f"構成上の位置：{place['ja']}（{basis['ja']}）",
                f"Place in the outline: {place['en']} ({basis['en']})",
            ))
    return joined(notes) if notes else None


def _node_ids(facts: Facts) -> set[str]:
    return {id_ for id_, kind in facts.kinds.items() if kind in NODE_KINDS}


def _parents(facts: Facts) -> dict[str, str]:
    nodes, parents = _node_ids(facts), dict[str, str]()
    for edge in facts.edges_of("part_of"):
        if {edge["from"], edge["to"]} <= nodes:
            parents.setdefault(edge["from"], edge["to"])
    return parents


def _links(facts: Facts) -> list[Json]:
    nodes, parents, measured = _node_ids(facts), _parents(facts), _measured(facts)
    links = []
    for edge in facts.edges:
        start, end, relation = edge["from"], edge["to"], RELATIONS.get(edge["type"])
        if edge["type"] == "part_of" and parents.get(start) != end:
            relation = "contributes"
        if edge["type"] == "requires" and end in measured:
            end, relation = measured[end], "informs"
        if relation is None or not {start, end} <= nodes:
            continue
        reason = facts.word("reasons", edge["reason"])
        if edge["type"] == "parallel":
            reason = text(f"並行して進む：{reason['ja']}", f"Run in parallel: {reason['en']}")
        links.append({
            "id": edge["id"], "from": start, "to": end, "relation": relation,
            "basis": edge["basis"], "reason": reason,
        })
    return links


def _measured(facts: Facts) -> dict[str, str]:
    """KPI item → the node that it measures."""
    return {edge["from"]: edge["to"] for edge in facts.edges_of("measures")}


def _kpis(facts: Facts) -> list[Json]:
    measured, kpis = _measured(facts), []
    for item in facts.items:
        if item["kind"] == "kpi":
            name = text(item["title_ja"], item["title_en"])
            kpis.append(_kpi(facts, item, item["id"], measured.get(item["id"]), name))
        elif item["kpi"]:
            indicator = item["kpi"].get("indicator_ja") or "市場領域ごとのKPI（未設定）"
            name = facts.word("kpis", indicator)
            kpis.append(_kpi(facts, item, f"{item['id']}.kpi", item["id"], name))
    return kpis


def _kpi(facts: Facts, item: Json, id_: str, node: str | None, name: Text) -> Json:
    told = item["kpi"]
    notes: list[Text] = [{"ja": quote} for quote in _quotes(item) if item["kind"] == "kpi"]
    for key in ("baseline_qualifier", "baseline_date", "target_qualifier", "state"):
        if told.get(key) and (key != "state" or told[key].startswith("to_be_set")):
            notes.append(facts.word("values", told[key]))
    where = source_of(facts, item)
    notes.append(text(f"出典：{where['ja']}", f"Source: {where['en']}"))
    return _set_only({
        "id": id_,
        "node": node,
        "name": name,
        "unit": facts.word("kpis", told["unit"]) if told["unit"] else None,
        "baseline": None if told["baseline"] is None else [None, told["baseline"]],
        "target": None if told["target"] is None else [None, told["target"]],
        "note": joined(notes),
    })


def _register(facts: Facts) -> list[Json]:
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
        lines: list[Text] = [{"ja": quote} for quote in _quotes(item)]
        lines += _amounts(facts, item)
        lines += [
            text(f"区分：{lane['ja']}", f"Track: {lane['en']}")
            for lane in (lanes.get(item[key] or "") for key in ("track", "group")) if lane
        ]
        if tag := STATUS_TAGS.get(item["status_at_reference"] or ""):
            lines.append(text(f"状況：{tag[0]}", f"Status: {tag[1]}"))
        lines += reasons
        if item["notes"]:
            lines.append(facts.word("notes", item["notes"]))
        where = source_of(facts, item)
        lines.append(text(f"出典：{where['ja']}", f"Source: {where['en']}"))
        register.append(_set_only({
            "id": item["id"],
            "kind": item["kind"],
            "title": text(item["title_ja"], item["title_en"]),
            "description": joined(lines),
            "state": "open" if item["status_at_reference"] == "open" else None,
            "touches": touches,
            "resolved_by": resolved_by,
            "date": (item["date"] or {}).get("expr_ja"),
        }))
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
        why, basis = facts.word("reasons", edge["reason"]), _BASIS[edge["basis"]]
        number = _numbers(facts).get(other, other)
        reasons.append(text(
            f"{number}との関係：{why['ja']}（{basis['ja']}）",
            f"Relation to {number}: {why['en']} ({basis['en']})",
        ))
    return touches, resolved_by, reasons


def _set_only(record: Json) -> Json:
    return {key: value for key, value in record.items() if value not in (None, [])}
