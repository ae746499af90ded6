"""What is already too late, and what would repair it."""
