"""大厅与窗口: the manager keeps halls, lines, windows, capacities, rosters and screens."""
