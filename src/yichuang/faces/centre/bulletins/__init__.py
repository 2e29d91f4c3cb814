"""/centre/bulletins/: bulletins of the centre (通报)."""
