"""The sentence on which a pack turns: does the plan reach its vision in time?"""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.schedule import TargetDates
from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.fonts import printable
from strategy_planner.briefing.paragraphs import cut_to
from strategy_planner.calendars.formatting import show_days
from strategy_planner.language import message_plural
from strategy_planner.model.records import Node

_QUOTED = 280.0
"""How wide a title may become within a sentence that must not be cut."""
Standing = Literal["late", "blocked", "open", "undated", "unlinked", "in_time", "done"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the plan stands, the sentence, and what to say or do next."""

    standing: Standing
    sentence: str
    next_step: str = ""

    @property
    def severity(self) -> Literal["error", "warning", "note"]:
        """Heavy where the vision is missed, a warning where nobody can tell."""
        if self.standing in {"late", "blocked"}:
            return "error"
        return "note" if self.standing in {"in_time", "done"} else "warning"


def verdict(edition: Edition) -> Verdict:
    """The plan's verdict by its worst target (SEMANTICS 4.7)."""
    worst = _worst_target(edition)
    if worst is None:
        return _without_target(edition)
    node_id, target = worst
    node, dates = edition.plan.nodes[node_id], edition.schedule.items[node_id]
    if dates.state == "done":
        sentence = edition.say("{item} is reached.", item=_named(edition, node))
        return Verdict("done", sentence)
    if target.slack_days is None:
        return _blocked(edition, node, target)
    if target.slack_days < 0 or dates.state == "late":
        return _late(edition, node, target, min(target.slack_days, dates.total_slack_days or 0))
    if not has_chain(edition, node_id):
        return _unlinked(edition, node)
    return _in_time(edition, node, target.slack_days)


def has_chain(edition: Edition, node_id: str) -> bool:
    """Whether anything is required before an item: without it nothing can be computed backward."""
    links = edition.plan.links_into(node_id)
    return any(link.relation == "requires" for link in links) or any(
        item.blocks and node_id in item.touches for item in edition.plan.register.values()
    )


def visions(edition: Edition) -> list[Node]:
    """The visions of the plan that are not dropped."""
    return [n for n in edition.plan.nodes.values() if n.kind == "vision" and not n.is_dropped]


def missing_durations(edition: Edition) -> int:
    """How many items that lead to the vision say nothing about how long they take."""
    chain = set(edition.schedule.critical_chain)
    lasting = {"action", "enabler", "area", "state"}
    return sum(
        1
        for node_id in chain
        if (node := edition.plan.nodes[node_id]).kind in lasting
        and node.duration is None
        and not node.is_done
    )


def _worst_target(edition: Edition) -> tuple[str, TargetDates] | None:
    """The target that is worst off: blocked, then with the least slack."""

    def weight(entry: tuple[str, TargetDates]) -> tuple[int, int, str]:
        node_id, target = entry
        state = edition.schedule.items[node_id].state
        slack = edition.schedule.items[node_id].total_slack_days
        if state == "done":
            return (2, 0, node_id)
        if target.slack_days is None:
            return (0, 0, node_id)
        return (1, min(target.slack_days, target.slack_days if slack is None else slack), node_id)

    return min(edition.schedule.targets.items(), key=weight, default=None)


def _without_target(edition: Edition) -> Verdict:
    if not visions(edition):
        return Verdict(
            "open",
            edition.say("The plan has no vision yet, so nothing can be computed backward."),
            edition.say("Write the vision and its year first."),
        )
    return Verdict(
        "undated",
        edition.say("The vision has no date, so no latest dates can be computed."),
        edition.say("Decide by when the vision is to be reached."),
    )


def _unlinked(edition: Edition, node: Node) -> Verdict:
    return Verdict(
        "unlinked",
        edition.say(
            "Nothing is linked to {item} as required, so whether it comes in time is unknown.",
            item=_named(edition, node),
        ),
        edition.say("Say for each goal what must be true just before it, and how long that takes."),
    )


def _late(edition: Edition, node: Node, target: TargetDates, slack: int) -> Verdict:
    sentence = edition.say(
        "As planned, {item} comes {days} too late for {day}.",
        item=_named(edition, node),
        days=show_days(-slack, edition.language),
        day=edition.day(target.target),
    )
    return Verdict("late", sentence, _chain_words(edition))


def _blocked(edition: Edition, node: Node, target: TargetDates) -> Verdict:
    sentence = edition.say(
        "As planned, {item} is not reached: {blockers} stands in the way.",
        item=_named(edition, node),
        blockers=_blockers(edition, target) or edition.to_be_set,
    )
    return Verdict("blocked", sentence)


def _in_time(edition: Edition, node: Node, slack: int) -> Verdict:
    sentence = edition.say(
        "By calculation {item} comes in time, with {days} to spare.",
        item=_named(edition, node),
        days=show_days(slack, edition.language),
    )
    missing = missing_durations(edition)
    if not missing:
        return Verdict("in_time", sentence, _chain_words(edition))
    caution = edition.put(
        message_plural(
            "{count} item on the way has no duration, so the true slack is smaller.",
            "{count} items on the way have no duration, so the true slack is smaller.",
            missing,
        )
    )
    return Verdict("in_time", sentence, caution)


def _blockers(edition: Edition, target: TargetDates) -> str:
    names = []
    for record_id in target.blocked_by[:3]:
        item = edition.plan.register.get(record_id)
        names.append(edition.text(item, "title") if item is not None else edition.label(record_id))
    return edition.say(", ").join(names)


def _chain_words(edition: Edition) -> str:
    """The chain that decides, by numbers."""
    chain = [edition.plan.nodes[id_].number or id_ for id_ in edition.schedule.critical_chain]
    if len(chain) < 2:
        return ""
    shown = chain if len(chain) <= 7 else [*chain[:3], "…", *chain[-3:]]
    return edition.say("The chain that decides: {chain}.", chain=" → ".join(shown))


def _named(edition: Edition, node: Node) -> str:
    if node.kind == "vision" and len(visions(edition)) == 1:
        return edition.say("the vision")
    title = cut_to(printable(edition.item_short(node)), _QUOTED, 10.5, 700)
    return edition.say("“{title}”", title=title)
