"""期限与参数: every norm with its value, history, source, who uses it, and the dry run of a change."""
