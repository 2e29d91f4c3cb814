"""What the public says and asks (好差评、诉求): rows and rights."""
