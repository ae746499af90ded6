"""The bottlenecks: what a delay of each item would do."""
