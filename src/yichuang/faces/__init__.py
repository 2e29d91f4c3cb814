"""面: one Django app per audience."""
