"""What an answer does to the plan, for each question: text or an item of the plan, to a ChangeSet."""

import unicodedata
from collections.abc import Iterator

from strategy_planner.analysis.interview.matches import matching
from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.language import message
from strategy_planner.language.catalogue import LANGUAGES
from strategy_planner.model import answers, edits
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.reading import meaning_of, read_duration
from strategy_planner.model.texts import comparable, text_of

_ENDS = {"vision", "image", "area"}
KINDS: tuple[r.NodeKind, ...] = ("state", "action", "decision", "enabler")


def options(plan: Plan, stand: Stand) -> tuple[str, ...]:
    """What the switch beside the field offers, as codes."""
    match stand.question:
        case "means":
            return ("area", "state", "action", "enabler") if _above(plan, stand.item) else KINDS
        case "enough":
            return ("sufficient", "insufficient", "unchecked")
        case "remover":
            return ("owner", "action", "state", "decision")
        case "deadline":
            return ("date", "duration")
        case "obstacles" | "purpose" | "reason":
            return ()


def first_option(plan: Plan, stand: Stand) -> str:
    """Which option holds when the question is first asked."""
    node = plan.nodes[stand.item]
    match stand.question:
        case "means":
            return usual_kind(plan, stand.item)
        case "enough":
            held = "sufficient" if answers.requirements(plan, stand.item) else "insufficient"
            return node.sufficiency or held
        case "remover":
            named = plan.register[stand.subject or ""].owner is not None
            return "action" if named else "owner"
        case "deadline":
            return "date"
        case "obstacles" | "purpose" | "reason":
            return ""


def _above(plan: Plan, item: str) -> bool:
    """Whether areas may be just before an item: before a vision, an image, a goal of the vision."""
    kinds = {plan.nodes[link.dependent].kind for link in plan.links_out_of(item)}
    kind = plan.nodes[item].kind
    return kind in {"vision", "image"} or (kind == "state" and "vision" in kinds)


def usual_kind(plan: Plan, item: str) -> r.NodeKind:
    """What usually comes just before an item: before an end a state, before all else an action."""
    return "state" if plan.nodes[item].kind in _ENDS else "action"


def write(plan: Plan, stand: Stand, text: str, option: str) -> ChangeSet:
    """The answer that was written; PlanError where it says nothing that can be kept."""
    match stand.question:
        case "means" | "enough":
            kinds: dict[str, r.NodeKind] = {code: code for code in ("area", *KINDS)}
            kind = kinds.get(option, usual_kind(plan, stand.item))
            return answers.answer_with_new(plan, stand.item, text, kind)
        case "obstacles":
            return answers.name_obstacle(plan, stand.item, text)
        case "remover":
            return _remove(plan, stand.subject or "", text, option)
        case "deadline":
            return _date(plan, stand.item, text, option)
        case "reason":
            return edits.set_fields(plan, "link", stand.subject or "", reason=text)
        case "purpose":
            raise PlanError(
                message("Choose what needs it from the items of the plan, and press Tab.")
            )


def take(plan: Plan, stand: Stand, id_: str, option: str) -> ChangeSet:
    """The answer is a record that the plan has already; PlanError where it cannot be."""
    match stand.question:
        case "means" | "enough":
            return answers.answer_with_known(plan, stand.item, id_)
        case "obstacles":
            return answers.meet_obstacle(plan, stand.item, id_)
        case "remover" if option == "owner":
            return edits.set_fields(plan, "register", stand.subject or "", owner=id_)
        case "remover":
            return answers.resolve_with_known(plan, stand.subject or "", id_)
        case "purpose":
            return answers.answer_with_known(plan, id_, stand.item)
        case "deadline" | "reason":
            return ChangeSet((), message("Edit {item}", item=id_))


def candidates(plan: Plan, stand: Stand, option: str, language: str) -> Iterator[tuple[str, str]]:
    """Ids and names of what the answer could be of all that the plan has already."""
    match stand.question:
        case "means" | "enough":
            known = {link.prerequisite for link in answers.requirements(plan, stand.item)}
            yield from _items(plan, known | {stand.item}, language)
        case "purpose":
            yield from _items(plan, {stand.item}, language)
        case "obstacles":
            for entry in plan.register.values():
                if entry.kind == "obstacle" and stand.item not in entry.touches:
                    yield entry.id, text_of(plan, entry, "title", language) or ""
        case "remover" if option == "owner":
            for one in plan.organisations.values():
                yield one.id, text_of(plan, one, "name", language) or ""
        case "remover":
            yield from _items(plan, set(plan.register[stand.subject or ""].resolved_by), language)
        case "deadline" | "reason":
            return


def suggestions(plan: Plan, stand: Stand, text: str, option: str, language: str) -> list[str]:
    """The ids of what the plan has already under a name like the one that is being written."""
    return matching(text, candidates(plan, stand, option, language)) if text.strip() else []


def same_name(plan: Plan, stand: Stand, text: str, option: str) -> str | None:
    """What the plan has already under exactly this name."""
    asked = comparable(text)
    for language in LANGUAGES if plan.translations else LANGUAGES[:1]:
        for id_, name in candidates(plan, stand, option, language):
            if asked in map(comparable, name.split("\n")):
                return id_
    return None


def when(plan: Plan, item: str, text: str, option: str) -> str:
    """Whether a text is a ``date`` or a ``duration``, by the switch where it can be read so.

    Raises CalendarError, for the side of the switch, where it is neither.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    refusals: list[CalendarError] = []
    for side in sorted(("date", "duration"), key=lambda side: side != option):
        try:
            if side == "date":
                meaning_of(plain, plan.nodes[item], plan.settings)
            else:
                read_duration(plain)
        except CalendarError as error:
            refusals.append(error)
        else:
            return side
    raise refusals[0]


def _date(plan: Plan, item: str, text: str, option: str) -> ChangeSet:
    try:
        side = when(plan, item, text, option)
    except CalendarError as error:
        raise PlanError(error.message, (item,), option) from error
    if side == "date":
        return edits.set_fields(plan, "node", item, date=text)
    return edits.set_fields(plan, "node", item, duration=read_duration(text))


def _remove(plan: Plan, obstacle: str, text: str, option: str) -> ChangeSet:
    if option == "owner":
        return answers.make_responsible(plan, obstacle, text)
    kinds: dict[str, r.NodeKind] = {code: code for code in KINDS}
    return answers.resolve_with_new(plan, obstacle, text, kinds[option])


def _items(plan: Plan, without: set[str], language: str) -> Iterator[tuple[str, str]]:
    """Items by title, the number after it, so that either finds them."""
    for node in plan.nodes.values():
        if node.id not in without and not node.is_dropped:
            yield node.id, f"{text_of(plan, node, 'title', language) or ''}\n{node.number or ''}"
