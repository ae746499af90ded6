"""Rules on the direction of a plan: whether it is cast back from a vision or pushed from today.

The expert's checks B1 to B3 and B5 to B9 of DOMAIN 1.4.
"""

from collections.abc import Iterator

from strategy_planner.analysis.kpis.forecast import known_on, measurements_of, trend_of
from strategy_planner.analysis.kpis.trajectory import year_index
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.quality.rule import ENDS, MEANS, Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named, titled
from strategy_planner.language import message
from strategy_planner.model.plan import Plan


def _visions(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    if plan.nodes:
        has_one = any(plan.nodes[id_].kind == "vision" for id_ in schedule.items)
        yield (), None if has_one else message("The plan has no vision to cast back from.")


def _status_date(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_, dates in schedule.targets.items():
        if plan.nodes[id_].kind == "vision" and not plan.nodes[id_].is_done:
            yield (id_,), message(
                "The status date {day} lies after the date of {item}.",
                day=schedule.status_date, item=named(plan, id_),
            ) if schedule.status_date > dates.target else None  # fmt: skip


def _seeds(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Asked where no date does: with a dated end the passes say what leads nowhere."""
    visions = [id_ for id_ in schedule.items if plan.nodes[id_].kind == "vision"]
    if schedule.targets or not visions:
        return
    reached, open_ends = set(visions), visions
    while open_ends:
        for link in plan.links_into(open_ends.pop()):
            if link.relation != "informs" and link.prerequisite not in reached:
                reached.add(link.prerequisite)
                open_ends.append(link.prerequisite)
    for id_ in schedule.items:
        if plan.nodes[id_].kind in MEANS and not plan.nodes[id_].is_done:
            yield (id_,), None if id_ in reached else message(
                "{item} leads to no vision: it starts from what there is, not from what is wanted.",
                item=named(plan, id_),
            )  # fmt: skip


def _states_between(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        if plan.nodes[id_].kind not in {"vision", "image"} or plan.nodes[id_].is_done:
            continue
        for link in plan.links_into(id_):
            first = plan.nodes[link.prerequisite]
            if link.relation != "requires" or first.is_dropped:
                continue
            yield (link.prerequisite, id_, link.id), message(
                "{item} stands directly before {other}: nobody has said which state it brings.",
                item=named(plan, link.prerequisite), other=named(plan, id_),
            ) if first.kind == "action" else None  # fmt: skip


def _own_limits(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Milestones left aside: a summit has its day whatever the vision asks."""
    late, network = schedule.late, schedule.network
    for place, node in enumerate(network.nodes):
        if late.finish[place] >= NEVER or node.id in schedule.targets or node.is_done:
            continue
        if node.kind == "milestone":
            continue
        is_own = late.limiter[place] is None and not late.conditional[place]
        yield (node.id,), message(
            "{item} takes its latest date from its own limit, not from what needs it.",
            item=named(plan, node.id),
        ) if is_own else None  # fmt: skip


def _extrapolated(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    measured = measurements_of(plan)
    for id_, kpi in plan.kpis.items():
        known = known_on(measured[id_], schedule.status_date)
        if not known or kpi.baseline is None or kpi.target is None or kpi.target[0] is None:
            continue
        trend, day, goal = trend_of(kpi, known), kpi.target[0], kpi.target[1]
        start = kpi.baseline[1]
        if trend is None or goal == start:
            continue
        share = (trend.value(year_index(day)) - start) / (goal - start)
        yield (id_,), message(
            "“{title}” reaches its target by its present trend alone.",
            title=titled(plan, id_, "name"),
        ) if share >= 1 else None  # fmt: skip


def _sufficiency(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Asked of what requires something; that nothing is required is a finding of its own."""
    for id_ in schedule.items:
        node = plan.nodes[id_]
        requires = any(link.relation == "requires" for link in plan.links_into(id_))
        if node.kind in ENDS and not node.is_done and requires:
            asked = node.sufficiency in {"sufficient", "insufficient"}
            yield (id_,), None if asked else message(
                "Nobody has said yet whether what {item} needs is enough.", item=named(plan, id_)
            )  # fmt: skip


def _insufficient(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.sufficiency is not None and not node.is_done:
            yield (id_,), message(
                "What {item} needs is marked as not enough.", item=named(plan, id_)
            ) if node.sufficiency == "insufficient" else None  # fmt: skip


AIM = (
    Rule(
        "no_vision", "aim", "error", 0.0, message("No vision"),
        message("Without a vision there is nothing to cast back from."),
        message("Write the vision"), _visions,
    ),
    Rule(
        "status_after_vision", "aim", "warning", 0.0,
        message("The date of the vision has passed"),
        message("Of a vision whose date has passed no latest dates can be kept."),
        message("Write the date"), _status_date,
    ),
    Rule(
        "seeds_push", "aim", "warning", 0.1, message("Actions that lead to no vision"),
        message("What starts from present seeds and leads to no vision is forward planning."),
        message("Connect"), _seeds,
    ),
    Rule(
        "action_without_state", "aim", "note", 0.3,
        message("Actions without a state to bring about"),
        message("What must be true comes before what is done for it."),
        message("Put a state between"), _states_between,
    ),
    Rule(
        "limit_not_from_vision", "aim", "note", 0.3,
        message("Latest dates that do not come from the vision"),
        message("In a backcast the vision says by when; limits of their own are set from today."),
        message("Ask whether the limit is needed"), _own_limits,
    ),
    Rule(
        "target_by_trend_alone", "aim", "note", 0.0,
        message("KPI targets that come by themselves"),
        message("A target that is reached anyway was extrapolated and asks nothing of anybody."),
        message("Ask what the vision needs"), _extrapolated,
    ),
    Rule(
        "sufficiency_not_asked", "aim", "note", 0.5,
        message("Not asked whether the means are enough"),
        message("That each means is needed does not yet say that together they are enough."),
        message("Say whether it is enough"), _sufficiency,
    ),
    Rule(
        "means_insufficient", "aim", "warning", 0.0, message("Means that are not enough"),
        message("Where the means are not enough, the vision is not reached by them."),
        message("Name the means"), _insufficient,
    ),
)  # fmt: skip
