"""The PDF briefing pack."""
