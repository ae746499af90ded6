"""What-ifs: tried on a copy, compared side by side, made or thrown away."""
