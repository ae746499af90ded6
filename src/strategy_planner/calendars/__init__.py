"""Fiscal years, eras, dates as written, durations, working days, gates."""
