"""The KPIs of a plan from the facts: no value and no day that the deck does not give."""

from samples.descriptions import quotes
from samples.facts import Facts
from samples.languages import Json, Text, joined, set_only, text
from samples.outline import measured_nodes
from samples.sources import source_of


def kpis_of(facts: Facts) -> list[Json]:
    """The KPIs that stand by themselves and those of the items."""
    measured, kpis = measured_nodes(facts), []
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
    notes: list[Text] = [{"ja": quote} for quote in quotes(item) if item["kind"] == "kpi"]
    qualifiers = [
        told.get(key) for key in ("baseline_qualifier", "baseline_date", "target_qualifier")
    ]
    if told["state"].startswith("to_be_set"):
        qualifiers.append(told["state"])
    notes += [facts.word("values", said) for said in qualifiers if said]
    where = source_of(facts, item)
    notes.append(text(f"出典：{where['ja']}", f"Source: {where['en']}"))
    return set_only(
        {
            "id": id_,
            "node": node,
            "name": name,
            "unit": facts.word("kpis", told["unit"]) if told["unit"] else None,
            "baseline": None if told["baseline"] is None else [None, told["baseline"]],
            "target": None if told["target"] is None else [None, told["target"]],
            "note": joined(notes),
        }
    )
