"""Joint approval in the office (并联审批): the board, lanes of a case, the work of co-departments."""
