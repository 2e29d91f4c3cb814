"""统计: what is counted of a case, the figures made of it with their definitions (口径), and the periods."""
