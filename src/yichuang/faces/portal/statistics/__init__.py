"""办件统计公示: the numbers of a period for everybody."""
