"""会审: records of the app `meetings`."""
