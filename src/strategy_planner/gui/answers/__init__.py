"""What follows from the plan, one page for each question, in a panel under the views."""
