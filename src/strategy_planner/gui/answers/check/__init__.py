"""The quality check: whether the plan is a real backcast, and what would make it one."""
