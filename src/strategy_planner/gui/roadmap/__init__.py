"""The roadmap on screen: the shared drawing with panning, zooming and selecting."""
