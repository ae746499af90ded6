"""How an option stands, in words."""

from strategy_planner.language import message

OPTION_STATES = {
    "open": message("Undecided"),
    "chosen": message("Chosen"),
    "not_chosen": message("Not chosen"),
    "begun": message("Begun"),
    "closed": message("No longer open"),
}
