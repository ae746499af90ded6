"""Monte Carlo over the AND/OR network: how sure the targets are (SEMANTICS 6)."""
