"""叫号: the clerk calls who waits; the reception desk draws numbers for people who can't."""
