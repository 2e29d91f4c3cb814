"""The registers of the demonstration city, and its cases counted (统计)."""
