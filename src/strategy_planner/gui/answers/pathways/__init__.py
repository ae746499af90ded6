"""The pathways side by side, and what holds whichever is taken."""
