"""一件办件在窗口上: everything the window does to a case that has a number."""
