"""The walk of the backward interview: on which item it stands, and which question comes next.

Everything is a pure function of the interview, the plan and what is open in it. An interview
remembers the one before it, so that each question can be gone back to.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.model.plan import Plan

Question = Literal["means", "enough", "obstacles", "remover", "deadline", "purpose", "reason"]
QUESTIONS: tuple[Question, ...] = ("means", "enough", "obstacles", "remover", "deadline")
"""The five questions that are asked of an item, in their order. ``purpose`` (what is this needed
for?) and ``reason`` (why is this needed?) are asked where an open end is taken up.
"""


@dataclass(frozen=True, slots=True)
class Stand:
    """A question about an item; ``subject`` is the obstacle to remove, or the link to explain."""

    question: Question
    item: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """Where an interview stands; without ``stand`` it has come to what is still open.

    ``waiting`` are the questions that were left to go further back, the nearest last; ``asked``
    the items and links that were stood on; ``before`` is the interview one step earlier.
    """

    stand: Stand | None
    waiting: tuple[Stand, ...] = ()
    asked: frozenset[str] = frozenset()
    before: "Interview | None" = field(default=None, repr=False, compare=False)


def begin(plan: Plan, ends: OpenEnds, selected: str | None = None) -> Interview:
    """An interview that stands on the selected item, else where the plan has no means yet."""
    visions = [node.id for node in plan.nodes.values() if node.kind == "vision"]
    wanted = [selected, *ends.without_means, *visions, *plan.nodes]
    item = next((id_ for id_ in wanted if id_ in plan.nodes), None)
    stand = None if item is None else Stand("means", item)
    return Interview(stand, asked=frozenset({item} if item else ()))


def go_on(interview: Interview, plan: Plan, ends: OpenEnds) -> Interview:
    """The next question: of this item, of the one left to go further back, of the next item."""
    stand = interview.stand
    if stand is None:
        return interview
    following = _of_same_item(stand, plan, ends)
    if following is not None:
        return _step(interview, following, interview.waiting)
    if interview.waiting:
        return _step(interview, interview.waiting[-1], interview.waiting[:-1])
    return _step(interview, _elsewhere(stand, interview.asked, plan, ends), ())


def go_back(interview: Interview) -> Interview:
    """The question before; where there is none, the same one."""
    return interview.before or interview


def go_deeper(interview: Interview, item: str) -> Interview:
    """What must be true before this answer? Its questions done, the interview comes back."""
    return _aside(interview, Stand("means", item))


def ask_reason(interview: Interview, plan: Plan, link_id: str) -> Interview:
    """Why is this needed? Then the interview comes back."""
    return _aside(interview, Stand("reason", plan.links[link_id].dependent, link_id))


def turn_to(interview: Interview, stand: Stand) -> Interview:
    """Take up another question, and let go of those that were to be come back to."""
    return _step(interview, stand, ())


def end(interview: Interview) -> Interview:
    """Come to what is still open."""
    return interview if interview.stand is None else _step(interview, None, ())


def settled(interview: Interview, plan: Plan, ends: OpenEnds) -> Interview:
    """The interview on a plan in which something was taken back: the last question that stands."""
    here: Interview | None = interview
    while here is not None and here.stand is not None and not _stands(here.stand, plan):
        here = here.before
    if here is None:
        return begin(plan, ends)
    waiting = tuple(stand for stand in here.waiting if _stands(stand, plan))
    return here if waiting == here.waiting else replace(here, waiting=waiting)


def _stands(stand: Stand, plan: Plan) -> bool:
    return stand.item in plan.nodes and (
        stand.subject is None or plan.find(stand.subject) is not None
    )


def _step(interview: Interview, stand: Stand | None, waiting: tuple[Stand, ...]) -> Interview:
    met = {stand.subject if stand.question == "reason" else stand.item} if stand else set()
    return Interview(stand, waiting, interview.asked | {id_ for id_ in met if id_}, interview)


def _aside(interview: Interview, stand: Stand) -> Interview:
    left = () if interview.stand is None else (interview.stand,)
    return _step(interview, stand, (*interview.waiting, *left))


def _of_same_item(stand: Stand, plan: Plan, ends: OpenEnds) -> Stand | None:
    match stand.question:
        case "means":
            return Stand("enough", stand.item)
        case "enough":
            return Stand("obstacles", stand.item)
        case "obstacles":
            return _next_obstacle(stand, plan, ends) or Stand("deadline", stand.item)
        case "remover":
            return _next_obstacle(stand, plan, ends) or Stand("deadline", stand.item)
        case "deadline" | "purpose" | "reason":
            return None


def _next_obstacle(stand: Stand, plan: Plan, ends: OpenEnds) -> Stand | None:
    """The next obstacle of the item of which nobody has said who, or what, removes it."""
    standing = obstacles_of(plan, stand.item)
    if stand.subject in standing:
        standing = standing[standing.index(stand.subject) + 1 :]
    for id_ in standing:
        if id_ in ends.unanswered or plan.register[id_].owner is None:
            return Stand("remover", stand.item, id_)
    return None


def obstacles_of(plan: Plan, item: str) -> list[str]:
    """The obstacles that stand in the way of an item, in the order of the register."""
    return [entry.id for entry in plan.register.values() if entry.blocks and item in entry.touches]


def _elsewhere(stand: Stand, asked: frozenset[str], plan: Plan, ends: OpenEnds) -> Stand | None:
    """The next open end of the kind that was just answered, never the same one twice."""
    if stand.question == "reason":
        left = next((id_ for id_ in ends.unreasoned if id_ not in asked), None)
        return Stand("reason", plan.links[left].dependent, left) if left else None
    if stand.question == "purpose":
        idle = next((id_ for id_ in ends.serving_nothing if id_ not in asked), None)
        return Stand("purpose", idle) if idle else None
    bare = next((id_ for id_ in ends.without_means if id_ not in asked), None)
    return Stand("means", bare) if bare else None
