"""The backward interview without a window: which question comes next, and what is still open."""
