"""送达: records of the app `delivery`."""
