"""Words of what is around the cases (办件以外的用语)."""
