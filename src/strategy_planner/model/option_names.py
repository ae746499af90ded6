"""Calling options of choices otherwise, everywhere that their names stand."""

from collections.abc import Mapping
from typing import Any

import msgspec

from strategy_planner.language import message
from strategy_planner.model.changes import Change, created, deleted
from strategy_planner.model.errors import PlanError
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan

Option = tuple[str, str]
"""The id of a choice, and what one of its options is called."""


def renaming_fields(
    plan: Plan, names: Mapping[Option, str]
) -> dict[tuple[str, str], dict[str, Any]]:
    """What calling options otherwise writes into links and pathways, by record and id.

    Raises PlanError where two options of a choice would be called the same.
    """
    for choice, options in options_of(plan.links.values()).items():
        called = [names.get((choice, option), option) for option in options]
        twice = next((name for name in called if called.count(name) > 1), None)
        if twice is not None:
            words = message("Two options of this choice would be called “{name}”.", name=twice)
            raise PlanError(words, (choice,))
    written: dict[tuple[str, str], dict[str, Any]] = {}
    for link in plan.links.values():
        name = names.get((link.choice or "", link.option or ""))
        if name is not None:
            written["link", link.id] = {"option": name}
    for pathway in plan.pathways.values():
        chosen = {
            choice: tuple(names.get((choice, option), option) for option in options)
            for choice, options in pathway.chosen.items()
        }
        if chosen != pathway.chosen:
            written["pathway", pathway.id] = {"chosen": chosen}
    return written


def renaming_translations(
    plan: Plan, names: Mapping[Option, str], texts: Mapping[str, str]
) -> tuple[Change, ...]:
    """Put the translations of options under their new names; ``texts`` are new ones by key."""
    changes: list[Change] = []
    for found in plan.translations.values():
        choice, _, option = found.record.partition(":")
        name = names.get((choice, option))
        if found.field == "option" and name is not None:
            moved = msgspec.structs.replace(
                found, record=f"{choice}:{name}", text=texts.get(found.key, found.text)
            )
            changes += [deleted(found), created(moved)]
    return tuple(changes)
