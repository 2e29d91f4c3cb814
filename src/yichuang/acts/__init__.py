"""行为: one file per legally meaningful act; the only way a case changes."""
