"""What a planner should look at, heaviest first."""
