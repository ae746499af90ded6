"""Finding: words in the whole plan, filters, the command palette, and the places visited."""
