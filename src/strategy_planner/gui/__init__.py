"""What a person sees: the desktop application."""
