"""评价与诉求: bad ratings, concerns, evaluations and the year, for desk, department and centre."""
