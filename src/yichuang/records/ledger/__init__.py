"""账: records of the app `ledger`."""
