"""代理: who may act for an applicant, to what extent, until when."""
