"""Pages to read, without logging in and without script: home, items, guides, search, departments."""
