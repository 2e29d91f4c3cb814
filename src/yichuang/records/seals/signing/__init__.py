"""签章: keys, signatures, time-stamps and their checks. Nothing of Django and no database in here."""
