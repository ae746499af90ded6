"""Find and replace over every text of the plan, with a preview of each place."""
