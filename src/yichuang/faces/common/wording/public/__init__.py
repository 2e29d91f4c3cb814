"""Words of refusals to the public and about what it says."""
