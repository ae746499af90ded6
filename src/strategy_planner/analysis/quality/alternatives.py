"""Rules on alternatives: whether there are any, what nothing can replace, first steps that last.

The expert's checks B13 and B18 of DOMAIN 1.4.
"""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.pathways.necessity import necessary, no_regret
from strategy_planner.analysis.quality.rule import MEANS, Case, Rule
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named
from strategy_planner.language import message
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan

_MANY = 5
"""So many items that need one directly make it a point on which much rests."""
_ENOUGH_FOR_A_CHOICE = 10
_YEAR = dt.timedelta(days=365)


def _alternatives(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    if schedule.targets and len(plan.links) >= _ENOUGH_FOR_A_CHOICE:
        yield (), None if plan.choices else message("The plan holds no alternatives.")


def _choices(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_, options in options_of(plan.links.values()).items():
        choice = plan.choices[id_]
        if choice.node not in schedule.items or plan.nodes[choice.node].is_done:
            continue
        alive = sum(
            all(link.prerequisite in schedule.items for link in links) for links in options.values()
        )
        yield (id_, choice.node), message(
            "The choice at {item} leaves nothing to choose: it needs every option that is left.",
            item=named(plan, choice.node),
        ) if alive <= choice.effective_needed else None  # fmt: skip


def _single_points(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """With every choice open: what another option can replace is no such point."""
    with watched(schedule.network.nodes) as watch:
        network = compile_network(plan, schedule.status_date, {}, watch)
        without = necessary(network)
    for place in sorted(without):
        node = network.nodes[place]
        if node.kind not in MEANS:
            continue
        count = sum(link.relation == "requires" for link in plan.links_out_of(node.id))
        yield (node.id,), message(
            "Much rests on {item}: {count} items need it directly, and nothing can replace it.",
            item=named(plan, node.id), count=count,
        ) if count >= _MANY else None  # fmt: skip


def _first_steps(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Asked where there is something to choose, and a way of choosing that is in time."""
    if not schedule.targets or not plan.choices:
        return
    with watched(schedule.network.nodes) as watch:
        network = compile_network(plan, schedule.status_date, {}, watch)
        lasting = no_regret(network, watch)
    if not lasting:
        return
    always = {network.nodes[place].id for place in lasting}
    for id_, dates in schedule.items.items():
        node = plan.nodes[id_]
        if node.kind not in MEANS or node.is_done or id_ in schedule.targets:
            continue
        if dates.early_start is None or dates.early_start > schedule.status_date + _YEAR:
            continue
        if dates.late_finish is not None:
            yield (id_,), None if id_ in always else message(
                "{item} can begin within a year, but serves only some ways of choosing.",
                item=named(plan, id_),
            )  # fmt: skip


ALTERNATIVES = (
    Rule(
        "no_alternatives", "robustness", "note", 0.0, message("No alternatives"),
        message("Without alternatives there is nothing to decide, and nothing to fall back on."),
        message("Make a choice of links"), _alternatives,
    ),
    Rule(
        "choice_without_alternative", "robustness", "note", 0.0,
        message("Choices that leave nothing to choose"),
        message("Without alternatives there is nothing to decide, and nothing to fall back on."),
        message("Add an alternative"), _choices,
    ),
    Rule(
        "single_point_of_failure", "robustness", "warning", 0.05,
        message("Single points of failure"),
        message("If one item fails on which much rests, much fails."),
        message("Add an alternative"), _single_points,
    ),
    Rule(
        "first_step_not_robust", "robustness", "note", 0.5,
        message("First steps that serve only some pathways"),
        message("First steps should be right whichever option is taken later."),
        message("Begin with what is right in any case"), _first_steps,
    ),
)  # fmt: skip
