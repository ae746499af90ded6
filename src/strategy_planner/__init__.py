"""Backcasting: from a vision back to today."""

__version__ = "0.1.0"
