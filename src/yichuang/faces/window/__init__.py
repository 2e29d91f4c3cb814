"""综合窗口: the acceptance desk, pre-review, corrections coming back, decisions on the spot, handing out."""
