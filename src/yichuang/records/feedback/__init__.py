"""评价: records of the app `feedback`."""
