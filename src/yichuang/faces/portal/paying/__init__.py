"""网上缴费 for the applicant, and the address at which the gateway tells of payments."""
