"""存证: checkpoints and proofs for witnesses, the daily root for everybody, the proof of a case for its applicant."""
