"""What holds the views together: the window, its actions, its bars and its style."""
