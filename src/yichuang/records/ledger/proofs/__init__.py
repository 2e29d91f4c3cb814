"""存证: a tree over all chains, signed checkpoints, the words of witnesses, and a verifier that stands alone."""
