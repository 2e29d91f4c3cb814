"""文书: records of the app `documents`."""
