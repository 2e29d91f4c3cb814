"""Fees inside the procedure (办理中的缴费): what may be charged, until when to pay, what follows."""
