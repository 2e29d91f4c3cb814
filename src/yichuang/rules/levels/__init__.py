"""层级: cases reviewed upwards, delegation, who may be asked for what, who is eligible."""
