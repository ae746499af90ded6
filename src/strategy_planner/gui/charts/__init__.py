"""Charts on the screen: the shapes of `layout.charts` in a widget."""
