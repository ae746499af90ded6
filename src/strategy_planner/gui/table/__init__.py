"""The table: items and registers as a spreadsheet, the spoken twin of the pictures."""
