"""What the map says of the item that the keyboard is on, as one sentence after the other."""

from strategy_planner.language import message, message_plural
from strategy_planner.layout.map import MapLayout
from strategy_planner.layout.map.content import kind_word
from strategy_planner.layout.map.elements import Frame
from strategy_planner.model.choice_words import choice_sentence, option_links
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name, text_of


def item_in_words(
    plan: Plan, layout: MapLayout | None, item: str, before: str | None, language: str
) -> str:
    """Kind, number, title and slack of an item, and what ties it to the one ``before`` it."""
    node = plan.nodes[item]
    said = [f"{label(plan, item, language)} ({kind_word(node.kind, language)})"]
    card = layout.cards.get(item) if layout is not None else None
    if card is not None:
        said.append(card.note)
    elif layout is not None and layout.wall is not None and layout.wall.id == item:
        said.append(" ".join(filter(None, (layout.wall.verdict, layout.wall.amount))))
    tie = _tie(plan, item, before, language)
    if tie:
        said.append(tie)
    said.append(
        message(
            "Needs {needs}, needed by {needed}",
            needs=len(plan.links_into(item)),
            needed=len(plan.links_out_of(item)),
        ).into(language)
    )
    said += [
        choice_sentence(plan, choice.id, language)
        for choice in plan.choices.values()
        if choice.node == item
    ]
    said += [
        message(
            "Option “{option}” of “{choice}”",
            option=option_name(plan, link.choice or "", link.option or "", language),
            choice=text_of(plan, plan.choices[link.choice or ""], "name", language) or "",
        ).into(language)
        for link in option_links(plan, [item])
    ]
    return ". ".join(filter(None, said))


def group_in_words(frame: Frame, language: str) -> str:
    """A group that stands around its items or for them: its name, and how many there are."""
    name = ("" if language == "ja" else " ").join(frame.lines).strip()
    items = message_plural("{count} item", "{count} items", frame.count)
    if frame.folded:
        items = message_plural("Folded: {count} item", "Folded: {count} items", frame.count)
    return f"{name}. {items.into(language)}"


def _tie(plan: Plan, item: str, before: str | None, language: str) -> str:
    if before is None or before not in plan.nodes:
        return ""
    number = plan.nodes[before].number or ""
    if any(link.dependent == before for link in plan.links_out_of(item)):
        return message("Needed for {number}", number=number).into(language)
    if any(link.prerequisite == before for link in plan.links_into(item)):
        return message("Needs {number}", number=number).into(language)
    return ""
