"""Pathways side by side, and what is worth doing whichever is taken (SEMANTICS 5.1, 5.3)."""
