"""The links of a plan from the facts."""

from samples.facts import Facts
from samples.languages import Json, text
from samples.outline import measured_nodes, node_ids, parents_of
from samples.table import RELATIONS


def links_of(facts: Facts) -> list[Json]:
    """The links; edges to the register, to KPIs and to parents stand elsewhere."""
    nodes, parents, measured = node_ids(facts), parents_of(facts), measured_nodes(facts)
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
        links.append(
            {
                "id": edge["id"],
                "from": start,
                "to": end,
                "relation": relation,
                "basis": edge["basis"],
                "reason": reason,
            }
        )
    return links
