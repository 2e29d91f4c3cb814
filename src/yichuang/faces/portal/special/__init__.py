"""缴费、容缺、承诺、当场更正 for the applicant."""
