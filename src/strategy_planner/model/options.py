"""Choices as their options: which links belong together."""

from collections.abc import Iterable

from strategy_planner.model.records import Link


def options_of(links: Iterable[Link]) -> dict[str, dict[str, list[Link]]]:
    """The links of each choice by option, options in the order in which they first occur."""
    options: dict[str, dict[str, list[Link]]] = {}
    for link in links:
        if link.choice is not None and link.option is not None:
            options.setdefault(link.choice, {}).setdefault(link.option, []).append(link)
    return options
