"""大厅 of the demonstration: halls, windows, weekend rosters, capacities, screens, and a morning's queue."""
