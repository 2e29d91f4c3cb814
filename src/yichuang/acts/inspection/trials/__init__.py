"""试算: where the records keep what a norm limits, and what another norm would say of it."""
