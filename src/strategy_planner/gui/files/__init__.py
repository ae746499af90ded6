"""The plan as a file: new, open, save, export, and what may go wrong with each."""
