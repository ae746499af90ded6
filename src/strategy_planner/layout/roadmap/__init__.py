"""The roadmap: tracks by fiscal years, each item with its corridor, before any surface draws it."""
