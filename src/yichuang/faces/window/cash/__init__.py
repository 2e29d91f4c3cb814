"""收费窗口: one desk for the money of all departments."""
