"""缴费、容缺、承诺、备案、绿色通道 in the back office."""
