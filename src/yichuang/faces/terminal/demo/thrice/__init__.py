"""每种至少三件: more lives of the rarer stages and outcomes, so that each can be seen in three cases."""
