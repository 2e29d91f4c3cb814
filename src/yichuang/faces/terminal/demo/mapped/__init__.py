"""Cases of one item that went different ways, so that its map and what-if have something to show (流程图谱)."""
