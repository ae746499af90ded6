"""The page of the KPIs: where each must be, where it is and where it is heading."""
