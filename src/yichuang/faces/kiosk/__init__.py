"""自助机·大屏: what stands in the hall, screens and kiosks."""
