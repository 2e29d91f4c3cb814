"""What supervision finds in the demonstration city, and what was done about some of it."""
