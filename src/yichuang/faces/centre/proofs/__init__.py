"""/supervision/proofs/: 存证监察."""
