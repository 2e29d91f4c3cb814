"""双随机抽查: lists, draws and records; whoever was drawn finds his here, too."""
