"""The inspector: every field of what is selected, read and written in one place."""
