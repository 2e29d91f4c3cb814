"""册: what is on record. Each sub-package is a Django app."""
