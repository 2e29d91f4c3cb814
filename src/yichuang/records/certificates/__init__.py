"""证照: records of the app `certificates`."""
