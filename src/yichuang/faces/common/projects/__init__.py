"""投资项目 as pages of several faces show it."""
