"""归档: the pages of the archive."""
