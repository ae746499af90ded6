"""The quality check of a backcast: named rules with limits, and a score (DOMAIN 1.4, 2.3)."""
