"""The rating pad of a window (窗口评价屏): its address, and asking whoever was just served to rate."""
