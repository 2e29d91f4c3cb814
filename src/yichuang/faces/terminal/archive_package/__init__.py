"""Checking an archive package without the system (归档包离线核验): no Django, no database, no network."""
