"""人员与代岗: absences, delegations and granted powers, each filed on its centre's chain."""
