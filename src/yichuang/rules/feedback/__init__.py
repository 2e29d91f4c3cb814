"""Ratings, concerns and evaluations (好差评、诉求、评价评估): which step may follow which, by when, by whom."""
