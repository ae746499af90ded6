"""KPIs: where they must be, where they are, and where they are heading (SEMANTICS 7)."""
