"""事项版本: the catalogue with its versions, the check-up, before and after, a new version from a day on."""
