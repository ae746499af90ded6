"""One SQLite project file."""
