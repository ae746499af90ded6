"""Gates: the day to apply that an early start hangs on, and what missing it costs."""
