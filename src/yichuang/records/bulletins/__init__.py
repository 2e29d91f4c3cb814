"""通报: weekly, monthly and quarterly bulletins of a centre, drafted from the numbers and signed."""
