"""Ratings, concerns and evaluations of the demonstration: in every state, at least three of each."""
