"""评价评估: what is due in each period, and the sheet with which it was done."""
