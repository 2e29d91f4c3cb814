"""办件: records of the app `cases`."""
