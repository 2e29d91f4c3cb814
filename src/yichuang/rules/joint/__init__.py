"""Joint approval (并联审批): who takes part, by when each department concludes, what it may conclude, what follows."""
