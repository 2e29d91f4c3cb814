"""并联审批: co-departments pick up, conclude, or are silent; the lead consolidates."""
