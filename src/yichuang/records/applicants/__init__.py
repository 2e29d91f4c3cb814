"""申请人: records of the app `applicants`."""
