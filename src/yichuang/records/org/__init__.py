"""组织: records of the app `org`."""
