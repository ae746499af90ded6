"""The table: every record of a kind as a row of cells, before any surface shows it."""
