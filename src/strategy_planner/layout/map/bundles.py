"""Which links arrive at an item together: those that say the same of it, and so look the same."""

from typing import NamedTuple

from strategy_planner.layout.map.elements import LineStyle
from strategy_planner.layout.map.structure import Edge
from strategy_planner.layout.map.task import Task


class Manner(NamedTuple):
    """How an edge arrives. Edges of one manner at one target are a bundle: they share a port.

    What differs in relation, basis, dates or the way chosen keeps a port of its own, and so does
    each option of a choice, so that an arc can go over them.
    """

    style: LineStyle
    inferred: bool
    dormant: bool
    label: str
    """How the dates hang together where it is not finish to start."""
    choice: str
    option: str


def manner_of(task: Task, edge: Edge) -> Manner:
    """The manner of an edge; where it stands for several links the first one tells it."""
    first = edge.links[0]
    choice = task.choices.get(first.id, "")
    return Manner(
        style="resolves" if edge.resolves else first.relation,
        inferred=all(link.basis == "inferred" for link in edge.links),
        dormant=all(link.id in task.dormant for link in edge.links),
        label=first.effective_type if first.effective_type != "FS" else "",
        choice=choice,
        option=(first.option or "") if choice else "",
    )
