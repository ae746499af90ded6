"""The decision calendar as a picture."""
