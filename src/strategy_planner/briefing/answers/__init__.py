"""Pages of what the analysis answers: late, alternatives, KPIs, chance, budget, checks, requests."""
