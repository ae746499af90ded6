"""Gates that a plan can be given ready-made."""

from strategy_planner.language import LANGUAGES, message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created, merged
from strategy_planner.model.edits import fresh_id, set_fields
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of

REQUEST_DAY, LEADS = "08-31", "7mo"
"""Ministries send their requests to the Ministry of Finance by the end of August; money for the
fiscal year can be spent from the first of April after that (DOMAIN 2.4)."""
_NAME = message("Budget request (for the next fiscal year)")


def add_budget_gate(plan: Plan) -> ChangeSet:
    """Add the Japanese budget gate, 予算要求（概算要求）: each 31 August, work from 1 April.

    It is named in the plan's own language, with the name in the other one as a translation. The
    set's first change is the gate. Raises PlanError where the plan has such a gate already.
    """
    gate = budget_gate(plan)
    if gate is not None:
        name = text_of(plan, gate, "name", plan.settings.language or "ja") or gate.id
        raise PlanError(
            message("The plan has the gate of the budget request already: “{name}”.", name=name),
            (gate.id,),
        )
    own = plan.settings.language or "ja"
    gate = r.Gate(
        id=fresh_id(), name=_NAME.into(own), every="yearly", on=(REQUEST_DAY,), leads=LEADS
    )
    others = [
        r.Translation(record=gate.id, field="name", language=language, text=_NAME.into(language))
        for language in LANGUAGES
        if language != own
    ]
    return ChangeSet(
        (created(gate), *map(created, others)), message("Add the gate of the budget request")
    )


def budget_gate(plan: Plan) -> r.Gate | None:
    """The gate of the budget request that the plan has, however it is called."""
    gates = plan.gates.values()
    return next((one for one in gates if one.on == (REQUEST_DAY,) and one.leads == LEADS), None)


def request_budget(plan: Plan, node_id: str) -> ChangeSet:
    """Let an item wait for the budget request; the plan gets that gate where it has none."""
    gate, sets = budget_gate(plan), []
    if gate is None:
        sets.append(add_budget_gate(plan))
    gate_id = gate.id if gate is not None else sets[0].changes[0].id
    sets.append(set_fields(plan, "node", node_id, gate=gate_id))
    node = plan.nodes[node_id]
    label = message("Request the budget of {item}", item=node.number or node.title)
    return merged(sets, label)
