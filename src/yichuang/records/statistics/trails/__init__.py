"""Trails on record (办理轨迹): one row for each case, cells that add them up, how far they follow the ledger."""
