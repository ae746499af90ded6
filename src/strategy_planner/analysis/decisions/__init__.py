"""The decision calendar: when each option closes, and what to watch until then (SEMANTICS 5.2)."""
