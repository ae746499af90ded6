"""Choices as people read them: how many of their options are needed, and which there are."""

from collections.abc import Iterable

from strategy_planner.language import say
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link
from strategy_planner.model.texts import option_name


def choice_words(plan: Plan, choice: str, language: str) -> str:
    """``いずれか1つ``, or ``3つのうち2つ``."""
    options = {link.option for link in plan.links.values() if link.choice == choice}
    return need_words(plan.choices[choice].effective_needed, len(options), language)


def need_words(needed: int, count: int, language: str) -> str:
    """At least ``needed`` of ``count`` options, in words."""
    if needed == 1:
        return say("any 1", language)
    return say("{needed} of {count}", language, needed=needed, count=count)


def choice_sentence(plan: Plan, choice: str, language: str) -> str:
    """``いずれか1つ：新規構築／既存活用``."""
    names = option_names(plan, choice, language)
    words = choice_words(plan, choice, language)
    return say("{words}: {options}", language, words=words, options=_either(names, language))


def option_names(plan: Plan, choice: str, language: str) -> list[str]:
    """What the options of a choice are called, in their order."""
    options = options_of(plan.links.values()).get(choice, {})
    return [option_name(plan, choice, option, language) for option in options]


def _either(names: Iterable[str], language: str) -> str:
    return ("／" if language == "ja" else " / ").join(names)


def option_links(plan: Plan, ids: Iterable[str]) -> list[Link]:
    """The links of options that are meant: selected ones, those of choices, those out of items."""
    found: dict[str, Link] = {}
    for id_ in ids:
        if id_ in plan.links:
            links: Iterable[Link] = [plan.links[id_]]
        elif id_ in plan.choices:
            links = [link for link in plan.links.values() if link.choice == id_]
        elif id_ in plan.nodes:
            links = plan.links_out_of(id_)
        else:
            continue
        found |= {link.id: link for link in links if link.choice is not None}
    return list(found.values())
