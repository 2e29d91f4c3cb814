"""办件统计: the published figures for programs."""
