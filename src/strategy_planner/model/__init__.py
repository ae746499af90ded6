"""What a plan is: its records, its graph, its changes and its rules."""
