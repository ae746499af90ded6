"""The page of the chances: how sure each target is, what drives it, what would raise it."""
