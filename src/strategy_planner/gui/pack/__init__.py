"""The briefing pack as it will be printed, beside its parts."""
