"""The budget by fiscal year: what is known to be needed, when, by track and by owner."""
