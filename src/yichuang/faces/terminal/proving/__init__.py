"""Commands of the proofs (存证): sign once, sign again and again, write the ledger out."""
