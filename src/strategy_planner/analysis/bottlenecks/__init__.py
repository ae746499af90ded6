"""Bottlenecks: what a delay of each item would do to the targets (DOMAIN 2.5)."""
