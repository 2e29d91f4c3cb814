"""层级: pages of cases that go from level to level."""
