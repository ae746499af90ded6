"""Who is named as owner."""

from samples.facts import Facts
from samples.languages import Json

AS_WRITTEN = "（表記ママ）"
"""Stands behind an owner whose name is kept as the deck spells it."""


def owner_name(item: Json) -> str | None:
    """The owner whom the deck names, if any."""
    owner = item.get("owner_ja")
    return owner.removesuffix(AS_WRITTEN) if owner else None


def owners_of(facts: Facts) -> dict[str, str]:
    """Owner's name → id of the organisation."""
    names = dict.fromkeys(name for item in facts.items if (name := owner_name(item)))
    return {name: f"ORG-{order}" for order, name in enumerate(names, start=1)}


def organisations_of(facts: Facts) -> list[Json]:
    """The owners as organisations."""
    return [
        {"id": id_, "name": facts.word("organisations", name)}
        for name, id_ in owners_of(facts).items()
    ]
