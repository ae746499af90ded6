"""The words of the pack, each with what it means here."""

from strategy_planner.language import Message, message

GLOSSARY: tuple[tuple[Message, Message], ...] = (
    (message("Backcasting"), message(
        "planning from a desired future back to today: what must be true just before it, and "
        "before that?")),
    (message("Vision"), message("what is true when the strategy has succeeded, by its target date")),
    (message("Required state"), message("a condition that must hold on the way to the vision")),
    (message("Corridor"), message(
        "the time between the earliest and the latest date of an item; where they cross, it is "
        "too late")),
    (message("Must start by"), message(
        "the last day on which work can begin without making the vision late")),
    (message("Slack"), message("how long an item may wait without making the vision late")),
    (message("Critical chain"), message(
        "the items, each waiting for the one before, that decide when the vision comes")),
    (message("Choice, option, pathway"), message(
        "where one of several ways is enough; one of these ways; a named set of them")),
    (message("Closing date"), message("the last day on which an option can still be begun in time")),
    (message("No-regret"), message("part of every way of choosing that reaches the vision in time")),
    (message("Signpost"), message(
        "a measure that tells in time that a choice has to be made, and at which value")),
    (message("Gate"), message(
        "a window that opens only at times, such as the budget request by 31 August")),
    (message("Aim (目途)"), message("a date that is aimed at; its miss is told, but binds nobody")),
    (message("Chance"), message(
        "the share of many runs, with durations and risks drawn anew in each, that come in time")),
    (message("Three-point estimate"), message("optimistic, likely and pessimistic duration")),
    (message("Business as usual"), message("how a KPI goes on along its trend, without the actions")),
)  # fmt: skip
"""After the glossary of the method (DOMAIN 5)."""
