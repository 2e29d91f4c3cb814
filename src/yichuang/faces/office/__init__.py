"""后台审批: the worklist, the case with its clock and history, review, opinion, decision."""
