"""自检: everything stored is derived again from the ledger and compared. Reads only."""
