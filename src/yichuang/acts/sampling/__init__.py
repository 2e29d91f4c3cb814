"""双随机抽查: lists closed, drawn by a checkpoint, checked by two, signed, followed and published."""
