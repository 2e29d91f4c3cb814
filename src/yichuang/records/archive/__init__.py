"""归档: records of the app `archive`."""
