"""Interested parties, hearings and inspections of a case (利害关系人、听证、核查)."""
