"""Templates as an administrator edits them (文书模板维护)."""
