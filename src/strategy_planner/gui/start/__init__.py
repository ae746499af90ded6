"""The start page: write a vision, open what was open before, or try a real plan."""
