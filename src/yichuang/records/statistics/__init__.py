"""统计: what is counted of each case, the roll-up made of it, registers by hand, and who is sent the numbers."""
