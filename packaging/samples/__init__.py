"""How the sample projects are made: from the facts of real plans, and from a planner's additions."""
