"""再造与查阅: an item that gets a shorter version in two weeks, and officers who read a number in full."""
