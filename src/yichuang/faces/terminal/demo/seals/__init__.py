"""Seals of the demonstration (印章)."""
