"""收费 as the centre sees it: totals, reconciliation, unexplained money, standards."""
