"""网上缴费: what all faces need of the payment gateway."""
