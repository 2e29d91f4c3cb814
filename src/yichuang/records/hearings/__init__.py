"""听证与核查: records of the app `hearings`."""
