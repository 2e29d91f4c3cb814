"""缴费: what a case owes, and whether it was paid."""
