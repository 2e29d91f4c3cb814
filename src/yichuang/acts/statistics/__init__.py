"""统计: the run that counts, and the mail that brings the numbers."""
