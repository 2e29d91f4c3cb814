"""层级: what one level of government hands to the next, and what comes back."""
