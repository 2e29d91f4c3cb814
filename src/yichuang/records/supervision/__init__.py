"""监察: what the rules found in the ledger, what was done about it, and how far the watch has come."""
