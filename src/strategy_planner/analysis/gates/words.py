"""What missing a gate costs, in words."""

from strategy_planner.analysis.gates.missing import MissedGate, MovedTarget
from strategy_planner.analysis.wording import days_in_words, named, titled
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan


def gate_in_words(plan: Plan, one: MissedGate) -> Message:
    """The day to apply, the days left, and what missing it costs: one finding's sentence."""
    return message(
        "{request} {cost}", request=request_in_words(plan, one), cost=cost_in_words(plan, one)
    )


def request_in_words(plan: Plan, one: MissedGate) -> Message:
    """By which day the gate has to be applied for, and how many days are left."""
    return message(
        "{item}: to start on {start}, “{gate}” has to be applied for by {day} ({days} left).",
        item=named(plan, one.item), gate=titled(plan, one.gate, "name"), start=one.starts,
        day=one.apply_by, days=days_in_words(one.days_left),
    )  # fmt: skip


def cost_in_words(plan: Plan, one: MissedGate) -> Message:
    """What missing the day costs: the time, the later start, and what it does to a target."""
    if one.starts_then is None or one.costs_days is None:
        return message("There is no later opening.")
    said: dict[str, object] = {"time": days_in_words(one.costs_days), "start": one.starts_then}
    worst = one.moved[0] if one.moved else None
    if worst is not None and (worst.slack_then is None or worst.slack_then < 0):
        return _late_target(worst, {**said, "target": named(plan, worst.target)})
    if one.slack_then is not None and one.slack_then < 0:
        return message(
            "Missing it costs {time}: the start is then on {start}, and it ends {late} too late.",
            **said, late=days_in_words(-one.slack_then),
        )  # fmt: skip
    if worst is not None:
        return message(
            "Missing it costs {time}: the start is then on {start}; {target} is still in time.",
            **said, target=named(plan, worst.target),
        )  # fmt: skip
    return message("Missing it costs {time}: the start is then on {start}.", **said)


def _late_target(worst: MovedTarget, said: dict[str, object]) -> Message:
    if worst.slack_then is None or worst.shift_days is None:
        return message(
            "Missing it costs {time}: the start is then on {start}, and {target} cannot come at "
            "all.", **said,
        )  # fmt: skip
    late = days_in_words(-worst.slack_then)
    if worst.becomes_late:
        return message(
            "Missing it costs {time}: the start is then on {start}, and {target} comes {late} too "
            "late.", **said, late=late,
        )  # fmt: skip
    return message(
        "Missing it costs {time}: the start is then on {start}, and {target} comes {shift} later "
        "still, {late} too late.", **said, late=late, shift=days_in_words(worst.shift_days),
    )  # fmt: skip
