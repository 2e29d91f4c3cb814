"""印章: records of the app `seals`."""
