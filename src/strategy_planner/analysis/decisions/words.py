"""How an option stands, in words."""

from strategy_planner.language import message

OPTION_STATES = {
    "open": message("Open"),
    "chosen": message("Chosen"),
    "not_chosen": message("Not chosen in this pathway."),
    "begun": message("Begun"),
    "closed": message("Closed"),
}
