"""中心管理·监察: cases by light, the evidence of each late one, the ledger of a case, self-examination."""
