"""收件: what an applicant brings to the window becomes a case."""
