"""The plan as an outline: the keyboard and speech twin of map and roadmap."""
