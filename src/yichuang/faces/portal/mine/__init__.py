"""The applicant's own space (我的): cases, drafts, what is to do; and how one case stands."""
