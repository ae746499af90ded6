"""How the facts hang together: which are items, under which parent, measured by what."""

from samples.facts import Facts
from samples.table import NODE_KINDS


def node_ids(facts: Facts) -> set[str]:
    """The items that become nodes."""
    return {id_ for id_, kind in facts.kinds.items() if kind in NODE_KINDS}


def parents_of(facts: Facts) -> dict[str, str]:
    """Item → the item that it is part of; a second one becomes a link."""
    nodes, parents = node_ids(facts), dict[str, str]()
    for edge in facts.edges_of("part_of"):
        if {edge["from"], edge["to"]} <= nodes:
            parents.setdefault(edge["from"], edge["to"])
    return parents


def measured_nodes(facts: Facts) -> dict[str, str]:
    """KPI item → the node that it measures."""
    return {edge["from"]: edge["to"] for edge in facts.edges_of("measures")}
