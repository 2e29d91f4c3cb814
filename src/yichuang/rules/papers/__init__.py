"""Rules of papers (文书)."""
