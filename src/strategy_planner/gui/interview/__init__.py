"""The backward interview: one question at a time, for one operator and a room."""
