"""好差评: invitations, the loop of bad ratings, and what is shown of ratings."""
