"""Charts as shapes: the same on the screen, on paper and in a file (VISUAL 10)."""
