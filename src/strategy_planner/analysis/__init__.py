"""What follows from a plan: pure functions, plan in, result out."""
